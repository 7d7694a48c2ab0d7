import * as z from 'zod';
import type { Timing } from '#shared/clock.ts';
import type { Cursors } from '#shared/cursor.ts';
import { lastPosition } from '#shared/feed/blocks/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { feedCursor, feedPosition } from '#shared/feed/feed-cursor.ts';
import { fittingBlocks, readFeedPage } from '#shared/feed/read-feed-page.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { viewsFrom, wanted } from '#shared/subscriptions/filter/matching.ts';
import { recordColumns } from '#shared/read-models/events/record-columns.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { EventAsRead } from '#shared/api/protocol/event-as-read.ts';
import { byOneName, filterOf, filterParameters } from '#shared/api/protocol/filter-parameters.ts';
import { hashedFields } from '#shared/api/protocol/hashed-fields.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { PageLimit, TagHeader, wholeNumber } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { nextLink } from '#shared/api/protocol/next-link.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { maxWaitSeconds } from '#shared/api/protocol/preconditions.ts';
import { invalidRequest } from '#shared/api/protocol/problem.ts';
import { linkHeader, listAsText, notModified, pageOf, taggedHeader } from '#shared/api/protocol/query-responses.ts';
import { accepts, blocksMediaType } from '#shared/api/protocol/record-media-types.ts';
import { resource } from '#shared/api/protocol/resource.ts';

/** The ports of the function that serves the feed. */
export interface FeedPorts {
  readonly feed: FeedReader;
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly cursors: Cursors;
  readonly timing: Timing;
}

export const readFeedRequest = () =>
  ({
    headers: TagHeader,
    query: z
      .strictObject({
        after: Cursor.optional(),
        limit: PageLimit,
        wait: wholeNumber(0, maxWaitSeconds)
          .default(0)
          .meta({ description: 'Seconds to wait for an event when there is none' }),
        ...filterParameters(),
      })
      .superRefine(byOneName),
  }) as const satisfies RequestContract;

/** With less than this left, no further event is examined: the page has to be written. */
const replyMs = 6000;
/** The queries of the ledger for one page at most: a filter looks up the event that a correction is about. */
const mostQueries = 200;

/** `GET /events`: as events, or as the blocks they are hashed in. */
export const readFeed = resource(
  readFeedRequest,
  async (ports: FeedPorts, { query: { after, limit, wait, ...parameters } }, request, timeLeft) => {
    const { feed, ledger, cursors, timing } = ports;
    const position = after === undefined ? 0 : feedPosition(cursors, after, { parameter: 'after' });
    const filter = filterOf(parameters);
    let queries = 0;
    const views = viewsFrom({ commits: (stream, range) => ((queries += 1), ledger.commits(stream, range)) });
    const page = accepts(request, blocksMediaType)
      ? await wholeBlocks(feed, position, filter)
      : await readFeedPage(
          feed,
          {
            after: position,
            limit,
            wait,
            wants: async (event) => (await wanted(filter, views, [event])).length > 0,
            hasBudget: () => timeLeft() >= replyMs && queries < mostQueries,
          },
          timing,
        );
    const next = feedCursor(cursors, page.looked);
    return 'blocks' in page
      ? json(
          200,
          { items: page.blocks, next },
          { 'Content-Type': blocksMediaType, Vary: 'Accept', ...nextLink(request, 'after', next) },
        )
      : listReply(
          request,
          { items: page.items, next },
          { file: 'events', columns: recordColumns, parameter: 'after', others: [blocksMediaType] },
        );
  },
);

/** Reads blocks whole, as they are hashed: without a filter. */
async function wholeBlocks(feed: FeedReader, after: number, filter: Filter) {
  const [narrowed] = Object.keys(filter);
  if (narrowed !== undefined) {
    const detail = `Expected no filter with Accept: ${blocksMediaType}, since blocks are shown as they are hashed`;
    throw invalidRequest([{ header: 'Accept', detail }]);
  }
  const blocks = fittingBlocks(await feed.read(after));
  const last = blocks.at(-1);
  return { blocks, looked: last === undefined ? after : lastPosition(last) };
}

export const readFeedOperation = (): Operation => {
  const BlockAsHashed = z
    .object({
      position: z.int(),
      count: z.int(),
      entries: z.string().meta({ description: 'JSON of `{stream, version, events}`: the text that is hashed' }),
      ...hashedFields,
    })
    .meta({ id: 'BlockAsHashed' });
  return {
    summary: 'The feed: every event in the global order',
    description:
      '`next` is always a cursor: pass it as `after` to go on, also from the end, with `wait` as a long poll. It moves on past events that the ' +
      'filter does not want: a page may be empty, and the end is where `next` stays the same. ' +
      'A cursor is good for any filter. A correction is there when its event is wanted, as first recorded or as corrected.',
    request: readFeedRequest(),
    responses: {
      200: {
        description: 'A page of events',
        content: {
          'application/json': pageOf(EventAsRead, Cursor),
          ...listAsText,
          [blocksMediaType]: pageOf(BlockAsHashed, Cursor),
        },
        headers: linkHeader.extend(taggedHeader.shape),
      },
      304: notModified,
    },
    problems: ['invalid-request', 'invalid-cursor'],
  };
};
