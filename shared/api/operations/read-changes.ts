import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { changeKinds } from '#shared/read-models/changes/recorded-change.ts';
import { csvMediaType } from '#shared/api/protocol/record-media-types.ts';
import { Cursor } from '#shared/api/protocol/list-parameters.ts';
import { readChangesRequest } from '#shared/api/requests/read-changes.ts';
import type { Operation } from './operation.ts';
import { CorrectedAsRead, CsvText, linkHeader, notModified, pageOf, taggedHeader } from './recorded-event.ts';

const Difference = z
  .object({
    pointer: z.string().meta({ description: 'JSON Pointer (RFC 6901) into the event', examples: ['/occurred'] }),
    from: z
      .unknown()
      .optional()
      .meta({ description: 'Absent: there was none', examples: ['2025-01~'] }),
    to: z
      .unknown()
      .optional()
      .meta({ description: 'Absent: there is none', examples: ['2025-01-13/2025-01-18'] }),
  })
  .meta({ id: 'Difference' });

const RecordedChange = z
  .object({
    position: z.int().meta({ description: 'Place in the global order' }),
    kind: z.enum(changeKinds),
    recordedAt: z.iso.datetime(),
    recordedBy: z.string(),
    record: EventId.meta({ description: 'The record itself: the event, or the correction' }),
    summary: z.string().optional().meta({ description: 'Why, in the words of the correction' }),
    event: CorrectedAsRead.meta({ description: 'As it is after the change' }),
    differences: z
      .array(Difference)
      .meta({ description: 'What a correction changed; empty where it was first recorded' }),
  })
  .meta({ id: 'RecordedChange' });

/** `GET /changes` */
export const readChangesOperation = {
  summary: 'What has changed since a cursor',
  description:
    'What was recorded and corrected, in the global order: of all, of a party, or of a dyad. `next` is always there, also at the end: come back with it.',
  request: readChangesRequest,
  replies: {
    200: {
      description: 'A page of changes, oldest first',
      content: { 'application/json': pageOf(RecordedChange, Cursor), [csvMediaType]: CsvText },
      headers: linkHeader.extend(taggedHeader.shape),
    },
    304: notModified,
  },
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
} as const satisfies Operation;
