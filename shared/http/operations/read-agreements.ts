import { readAgreementRequest } from '../requests/read-agreement.ts';
import { readAgreementsRequest } from '../requests/read-agreements.ts';
import type { Operation } from './operation.ts';
import { listOf, oneOf } from './query-replies.ts';
import { AgreementAsRead } from './register-entry.ts';

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
