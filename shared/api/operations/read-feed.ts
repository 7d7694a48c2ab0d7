import { readFeedRequest } from '#shared/api/requests/read-feed.ts';
import type { Operation } from './operation.ts';
import { blocksMediaType, csvMediaType } from '#shared/api/protocol/record-media-types.ts';
import { Cursor } from '#shared/api/protocol/list-parameters.ts';
import {
  BlockAsHashed,
  CsvText,
  EventAsRead,
  linkHeader,
  notModified,
  pageOf,
  taggedHeader,
} from './recorded-event.ts';

/** `GET /events` */
export const readFeedOperation = {
  summary: 'The feed: every event in the global order',
  description:
    '`next` is always a cursor: pass it as `after` to go on, also from the end, with `wait` as a long poll. It moves on past events that the ' +
    'filter does not want, so that nobody looks at them twice: a page may be empty and have a new cursor, and the end is where `next` stays the same. ' +
    'A cursor is good for any filter. A correction is there when the event that it is about is wanted, as first recorded or as the correction makes it.',
  request: readFeedRequest,
  replies: {
    200: {
      description: 'A page of events',
      content: {
        'application/json': pageOf(EventAsRead, Cursor),
        [csvMediaType]: CsvText,
        [blocksMediaType]: pageOf(BlockAsHashed, Cursor),
      },
      headers: linkHeader.extend(taggedHeader.shape),
    },
    304: notModified,
  },
  problems: ['invalid-request', 'invalid-cursor'],
} as const satisfies Operation;
