import * as z from 'zod';
import { Level } from '#shared/domain/events/envelope.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { Person } from '#shared/domain/events/participant.ts';
import { readRepresentationRequest } from '#shared/api/requests/read-representation.ts';
import type { Operation } from './operation.ts';
import { oneOf, toCanonicalDyad } from './query-replies.ts';
import { certain, dated, DatedAsRead, events } from './lifecycle-entry.ts';

const HeadOfMission = z
  .object({
    person: Person.nullable(),
    status: z.enum([
      'nominated',
      'agrement-granted',
      'agrement-refused',
      'accredited',
      'recalled-for-consultations',
      'recalled',
      'expelled',
    ]),
    since: DatedAsRead,
    nominated: dated,
    agrement: dated,
    credentials: dated,
  })
  .meta({ id: 'HeadOfMission' });

const Mission = z
  .object({
    sender: PartyCode,
    receiver: PartyCode,
    status: z.enum(['open', 'closed', 'unknown']),
    certain,
    since: dated,
    rank: Level.nullable(),
    head: HeadOfMission.nullable(),
    designate: HeadOfMission.nullable(),
    expulsions: z.object({ times: z.int().min(0), diplomats: z.int().min(0) }),
    events,
  })
  .meta({ id: 'Mission' });

const RepresentationAsRead = z
  .object({
    dyad: z.string(),
    on: z.iso.date(),
    relations: z.object({ status: z.enum(['established', 'severed', 'unknown']), since: dated, events }),
    missions: z.array(Mission).length(2).meta({ description: 'Of each in the other, in the order of the dyad' }),
    asymmetries: z.array(
      z.object({
        kind: z.enum(['mission', 'rank', 'head']),
        explanation: z.string().meta({ examples: ['BGD in PAK: ambassador; PAK in BGD: charge-d-affaires'] }),
      }),
    ),
  })
  .meta({ id: 'Representation' });

/** `GET /relations/{dyad}/representation` */
export const readRepresentationOperation = {
  summary: 'How two states are represented in each other',
  description:
    'For each direction: whether the mission is open, its rank, its head and who is to follow, and who was declared non grata; and in what the two differ. ' +
    'What no report tells is null or `unknown`.',
  request: readRepresentationRequest,
  replies: { ...oneOf('The representation', RepresentationAsRead), ...toCanonicalDyad },
  problems: ['invalid-request', 'not-found', 'not-yet'],
} as const satisfies Operation;
