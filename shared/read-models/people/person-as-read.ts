import * as z from 'zod';
import { LastDay } from '#shared/api/protocol/last-day.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';

const day = z.iso.date().nullable();
const seen = {
  events: z.int().min(1).meta({ description: 'How many events say so' }),
  firstSeen: day.meta({
    id: 'FirstDay',
    description: 'The first day that one of them may have happened on; null: open or unknown',
  }),
  lastSeen: LastDay,
};

/** A person, out of all events that name them. */
export const PersonAsRead = z
  .looseObject({
    id: z.string().meta({ examples: ['person:bgd-kamr-ul-hassan'] }),
    names: z
      .array(z.object({ name: z.string(), ...seen }).meta({ id: 'NameAsSeen' }))
      .meta({ description: 'Every spelling, the most usual first' }),
    offices: z.array(z.object({ office: z.string(), party: PartyCode, ...seen }).meta({ id: 'OfficeAsSeen' })).meta({
      description: 'Every office as reported, the earliest first: the days are those of the events that name it',
    }),
    parties: z.array(PartyCode),
    ...seen,
  })
  .meta({ id: 'PersonAsRead' });
