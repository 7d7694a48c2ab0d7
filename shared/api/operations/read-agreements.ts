import * as z from 'zod';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { agreementStatuses } from '#shared/domain/lifecycles/in-force.ts';
import { readAgreementRequest } from '#shared/api/requests/read-agreement.ts';
import { readAgreementsRequest } from '#shared/api/requests/read-agreements.ts';
import type { Operation } from './operation.ts';
import { listOf, oneOf } from './query-replies.ts';
import { certain, dated, DatedAsRead, events, summary } from './lifecycle-entry.ts';

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

const AgreementAsRead = z
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

const asToForce =
  'By the Vienna Convention on the Law of Treaties, Article 24: `in-force` where an entry into force is reported, or a party consented after it; ' +
  '`presumed-in-force` where all known parties have ratified and no entry into force is reported. A signature alone is never enough.';

/** `GET /agreements` */
export const readAgreementsOperation = {
  summary: 'The agreements of a party, or between two parties',
  description: `Agreements as they stood on a day, as known at an instant; of a dyad, the status is that between the two. ${asToForce}`,
  request: readAgreementsRequest,
  replies: listOf('A page of the register', AgreementAsRead),
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
} as const satisfies Operation;

/** `GET /agreements/{agreementId}` */
export const readAgreementOperation = {
  summary: 'One agreement, with its whole course',
  description: `An agreement as it stood on a day, among all its parties. ${asToForce}`,
  request: readAgreementRequest,
  replies: oneOf('The agreement', AgreementAsRead),
  problems: ['invalid-request', 'not-found', 'not-yet'],
} as const satisfies Operation;
