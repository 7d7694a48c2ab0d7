import * as z from 'zod';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { measureStatuses } from '#shared/domain/lifecycles/measure.ts';
import { readSanctionsRequest } from '#shared/api/requests/read-sanctions.ts';
import type { Operation } from './operation.ts';
import { listOf } from './query-replies.ts';
import { certain, dated, DatedAsRead, events, summary } from './lifecycle-entry.ts';

const MeasureAsRead = z
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
