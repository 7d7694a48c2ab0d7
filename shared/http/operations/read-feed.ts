import { readFeedRequest } from '../requests/read-feed.ts';
import type { Operation } from './operation.ts';
import { blocksMediaType } from '../record-media-types.ts';
import { Cursor } from '../requests/list-parameters.ts';
import { BlockAsHashed, EventAsRead, linkHeader, pageOf } from './recorded-event.ts';

/** `GET /events` */
export const readFeedOperation = {
  summary: 'The feed: every event in the global order',
  description: '`next` is always a cursor: pass it as `after` to go on, also from the end, with `wait` as a long poll.',
  request: readFeedRequest,
  replies: {
    200: {
      description: 'A page of events',
      content: { 'application/json': pageOf(EventAsRead, Cursor), [blocksMediaType]: pageOf(BlockAsHashed, Cursor) },
      headers: linkHeader,
    },
  },
  problems: ['invalid-request', 'invalid-cursor'],
} as const satisfies Operation;
