import * as z from 'zod';
import { contactKinds } from '#shared/domain/events/contact.ts';
import { Level } from '#shared/domain/events/envelope.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { agreementStatuses } from '#shared/domain/lifecycles/in-force.ts';
import { readRelationRequest } from '#shared/api/requests/read-relation.ts';
import { counted, day, ShortEvent, YearCount } from './dossiers.ts';
import { DatedAsRead } from './lifecycle-entry.ts';
import type { Operation } from './operation.ts';
import { oneOf, toCanonicalDyad } from './query-replies.ts';

const ShortContact = z
  .object({
    id: EventId,
    kind: z.enum(contactKinds),
    occurred: z.string(),
    from: day,
    to: day,
    level: Level.optional(),
  })
  .meta({ id: 'ShortContact' });

const since = DatedAsRead.nullable();
const certain = z.boolean().meta({ description: 'Whether that is so however the uncertain dates fall' });

/** `GET /relations/{dyad}` */
export const readRelationOperation = {
  summary: 'Where a relation stands',
  description:
    'The last event, contact and high-level visit, the index and the phase, agreements, missions and sanctions in force, and how many events there are; ' +
    'each part is told in full at its link. ' +
    'With `asOf`, as it was known then, and the index of that day.',
  request: readRelationRequest,
  replies: {
    ...oneOf(
      'The summary',
      z.object({
        dyad: z.string().meta({ examples: ['BGD-PAK'] }),
        scale: z.string(),
        on: z.iso.date().meta({ description: 'The day on which it stands so: today, or that of `asOf`' }),
        lastEvent: ShortEvent.nullable(),
        lastContact: ShortContact.nullable().meta({ description: 'The visit, meeting, call or talks that began last' }),
        lastHighLevelVisit: ShortContact.nullable().meta({
          description: 'Of a head of state or government or a minister, as far as levels were recorded',
        }),
        index: z.object({ slow: z.number(), fast: z.number(), weight: z.number() }).meta({
          description: 'As `GET /relations/{dyad}/score` has it',
          examples: [{ slow: 3.1, fast: 4.2, weight: 11.5 }],
        }),
        phase: z
          .object({ kind: z.enum(['thaw', 'chill']), start: z.iso.date() })
          .nullable()
          .meta({ description: 'The thaw or chill it is in; null: neither' }),
        ...counted,
        years: z.array(YearCount),
        agreements: z
          .array(
            z.object({
              id: z.string().meta({ examples: ['tripartite-1974'] }),
              title: z.string().nullable(),
              status: z.enum(agreementStatuses),
              certain,
              enteredIntoForce: since,
            }),
          )
          .meta({ description: 'In force between the two, or presumed to be' }),
        relations: z.object({ status: z.enum(['established', 'severed', 'unknown']), since }),
        missions: z
          .array(
            z.object({
              sender: PartyCode,
              receiver: PartyCode,
              status: z.enum(['open', 'closed', 'unknown']),
              certain,
              since,
              rank: Level.nullable(),
            }),
          )
          .meta({ description: 'The mission of each in the other' }),
        sanctions: z
          .array(
            z.object({
              id: z.string(),
              imposedBy: z.array(PartyCode),
              imposedOn: z.array(PartyCode),
              certain,
              since,
              summary: z.string().nullable(),
            }),
          )
          .meta({ description: 'In force between the two, whoever imposed them' }),
        links: z.record(z.string(), z.string()),
      }),
    ),
    ...toCanonicalDyad,
  },
  problems: ['invalid-request', 'not-found', 'not-yet'],
} as const satisfies Operation;
