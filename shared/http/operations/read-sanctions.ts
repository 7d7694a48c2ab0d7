import { readSanctionsRequest } from '../requests/read-sanctions.ts';
import type { Operation } from './operation.ts';
import { listOf } from './query-replies.ts';
import { MeasureAsRead } from './register-entry.ts';

/** `GET /sanctions` */
export const readSanctionsOperation = {
  summary: 'Sanctions and restrictions of a party, or between two parties',
  description:
    'Measures as they stood on a day, as known at an instant: imposed by whom on whom, since when, how they were eased, and whether they were lifted. ' +
    'One of which only an easing is reported is `unknown`.',
  request: readSanctionsRequest,
  replies: listOf('A page of the register', MeasureAsRead),
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
} as const satisfies Operation;
