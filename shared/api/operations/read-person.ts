import * as z from 'zod';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { readPersonRequest } from '#shared/api/requests/read-person.ts';
import type { Operation } from './operation.ts';
import { notModified, taggedHeader } from './recorded-event.ts';

const day = z.iso.date().nullable();
const seen = {
  events: z.int().min(1).meta({ description: 'How many events say so' }),
  firstSeen: day.meta({ description: 'The first day that one of them may have happened on; null: open or unknown' }),
  lastSeen: day.meta({ description: 'The last such day' }),
};

/** Who a person is, out of all events that name them. */
export const PersonAsRead = z
  .looseObject({
    id: z.string().meta({ examples: ['person:bgd-kamr-ul-hassan'] }),
    names: z
      .array(z.object({ name: z.string(), ...seen }))
      .meta({ description: 'Every spelling, the most usual first' }),
    offices: z.array(z.object({ office: z.string(), party: PartyCode, ...seen })).meta({
      description: 'Every office as reported, the earliest first: the days are those of the events that name it',
    }),
    parties: z.array(PartyCode),
    ...seen,
  })
  .meta({ id: 'PersonAsRead' });

/** `GET /people/{personId}` */
export const readPersonOperation = {
  summary: 'A person: every spelling of the name, every office, as events report them',
  description:
    'Out of the events that stand: one that was retracted or merged takes its spelling and its office away again.',
  request: readPersonRequest,
  replies: {
    200: { description: 'The person', content: { 'application/json': PersonAsRead }, headers: taggedHeader },
    304: notModified,
  },
  problems: ['invalid-request', 'not-found', 'not-yet'],
} as const satisfies Operation;
