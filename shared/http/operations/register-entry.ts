import * as z from 'zod';
import { EventId } from '../../domain/event-id.ts';
import { Level, Place } from '../../domain/envelope.ts';
import { Modality } from '../../domain/modality.ts';
import { PartyCode } from '../../domain/parties.ts';
import { Person, Role } from '../../domain/participant.ts';
import { StreamName } from '../../domain/stream-name.ts';
import { agreementStatuses } from '../../registers/in-force.ts';
import { measureStatuses } from '../../registers/measure.ts';
import { visitStatuses } from '../../registers/visit.ts';

/** A date as it is known. */
export const DatedAsRead = z
  .object({
    date: z.string().meta({ description: 'EDTF' }),
    from: z.iso.date().nullable().meta({ description: 'The first day that it may be; null: open or unknown' }),
    to: z.iso.date().nullable().meta({ description: 'The last such day' }),
    event: EventId.meta({ description: 'The event that it is known by' }),
  })
  .meta({
    id: 'Dated',
    examples: [{ date: '2025-01~', from: '2025-01-01', to: '2025-01-31', event: 'agreement.tripartite-1974.1' }],
  });

const Step = z.object({ id: EventId, type: z.string(), occurred: z.string(), modality: Modality }).meta({
  id: 'Step',
  description: 'An event in short',
  examples: [{ id: 'visit.dhaka.1', type: 'VisitConducted', occurred: '2025-01-14', modality: 'held' }],
});

const dated = DatedAsRead.nullable();
const summary = z.string().nullable();
const certain = z.boolean().meta({ description: 'Whether the status is so however the uncertain dates fall' });
const events = z.array(Step).meta({ description: 'The events that it rests on, in the order in which they happened' });

export const VisitAsRead = z
  .object({
    id: z.string(),
    stream: StreamName,
    status: z.enum(visitStatuses),
    visitors: z.array(PartyCode),
    hosts: z.array(PartyCode),
    people: z.array(
      z.object({ party: PartyCode, role: Role, person: Person.optional(), office: z.string().optional() }),
    ),
    place: Place.nullable(),
    level: Level.nullable(),
    planned: dated.meta({ description: 'The days for which it was last announced' }),
    actual: dated.meta({ description: 'The days on which it took place' }),
    summary,
    changes: z.int().min(0).meta({ description: 'How often what is known of it has changed' }),
    knownSince: z.iso.datetime(),
    listedBy: EventId.meta({ description: 'The event at whose day the calendar lists it' }),
    events,
  })
  .meta({ id: 'Visit' });

const grounds = ['reported', 'consent-after-entry', 'operated', 'consent-of-all'] as const;

const AgreementParty = z
  .object({
    party: PartyCode,
    signed: dated,
    ratified: dated,
    acceded: dated,
    entered: dated,
    reservations: z.array(DatedAsRead.extend({ concerning: z.string().nullable() })),
    suspended: dated,
    resumed: dated,
    denounced: dated,
    inForce: z
      .object({ ground: z.enum(grounds), since: dated })
      .nullable()
      .meta({ description: 'On what ground it has entered into force for the party, and since when' }),
  })
  .meta({ id: 'AgreementParty' });

export const AgreementAsRead = z
  .object({
    id: z.string(),
    stream: StreamName,
    title: z.string().nullable(),
    status: z.enum(agreementStatuses),
    certain,
    parties: z.array(AgreementParty),
    enteredIntoForce: dated,
    amendments: z.array(DatedAsRead.extend({ title: z.string().nullable() })),
    terminated: dated,
    summary,
    events,
  })
  .meta({ id: 'Agreement' });

export const MeasureAsRead = z
  .object({
    id: z.string(),
    stream: StreamName,
    status: z.enum(measureStatuses),
    certain,
    imposedBy: z.array(PartyCode),
    imposedOn: z.array(PartyCode),
    since: dated,
    eased: z.array(DatedAsRead),
    lifted: dated,
    summary,
    events,
  })
  .meta({ id: 'Measure' });

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

export const RepresentationAsRead = z
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
