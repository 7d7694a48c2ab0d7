import * as z from 'zod';
import { EntryIntoForce } from '#shared/domain/events/entry-into-force.ts';
import { agreementStatuses, partyStatuses } from '#shared/domain/lifecycles/in-force.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { certain, dated, DatedAsRead, events, summary } from '#shared/read-models/lifecycles/lifecycle-fields.ts';

const grounds = ['reported', 'consent-after-entry', 'rule', 'operated', 'consent-of-all'] as const;

const AgreementParty = z
  .object({
    party: PartyCode,
    status: z.enum(partyStatuses),
    signed: dated,
    ratified: dated,
    form: z.string().nullable().meta({ description: 'ratification, acceptance or approval' }),
    acceded: dated,
    succeeded: dated,
    ratificationWithdrawn: dated,
    appliedProvisionally: dated,
    entered: dated,
    reservations: z.array(DatedAsRead.extend({ concerning: z.string().nullable() })),
    suspended: dated,
    resumed: dated,
    denounced: dated,
    denunciationRevoked: dated,
    inForce: z
      .object({ ground: z.enum(grounds), since: dated })
      .nullable()
      .meta({ description: 'On what ground it has entered into force for the party, and since when' }),
  })
  .meta({ id: 'AgreementParty' });

/** An agreement with the acts of its parties. */
export const AgreementAsRead = z
  .object({
    id: z.string(),
    stream: StreamName,
    title: z.string().nullable(),
    status: z.enum(agreementStatuses),
    certain,
    parties: z.array(AgreementParty),
    entryIntoForce: EntryIntoForce.nullable(),
    enteredIntoForce: dated,
    amendments: z.array(DatedAsRead.extend({ title: z.string().nullable() })),
    terminated: dated,
    summary,
    events,
  })
  .meta({ id: 'Agreement' });
