import * as z from 'zod';
import { readStreamRequest } from '#shared/api/requests/read-stream.ts';
import type { Operation } from './operation.ts';
import { commitsMediaType, csvMediaType } from '#shared/api/protocol/record-media-types.ts';
import { Cursor } from '#shared/api/protocol/list-parameters.ts';
import { CommitAsHashed, CsvText, EventAsRead, linkHeader, notModified, pageOf } from './recorded-event.ts';

/** `GET /streams/{category}/{id}/events` */
export const readStreamOperation = {
  summary: 'The events of a stream',
  description: 'Straight from the ledger: an event that was acknowledged is here.',
  request: readStreamRequest,
  replies: {
    200: {
      description: 'A page of events',
      content: {
        'application/json': pageOf(EventAsRead, Cursor.nullable()),
        [csvMediaType]: CsvText,
        [commitsMediaType]: pageOf(CommitAsHashed, Cursor.nullable()),
      },
      headers: linkHeader.extend({
        ETag: z.string().meta({ description: "The stream's version, for `If-Match` and `If-None-Match`" }),
      }),
    },
    304: notModified,
  },
  problems: ['invalid-request', 'invalid-cursor', 'not-found', 'not-yet'],
} as const satisfies Operation;
