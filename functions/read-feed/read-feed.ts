import { systemTiming } from '#shared/clock.ts';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { lastPosition } from '#shared/feed/block.ts';
import { dynamoDBFeedReader } from '#shared/feed/dynamodb-feed.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { readFeedPage } from '#shared/feed/read-feed-page.ts';
import { type Cursors, signedCursors } from '#shared/cursor.ts';
import { feedCursor, feedPosition } from '#shared/feed/feed-cursor.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { nextLink } from '#shared/api/protocol/next-link.ts';
import { invalidRequest, parseRequest } from '#shared/api/protocol/parse-request.ts';
import { accepts, blocksMediaType } from '#shared/api/protocol/record-media-types.ts';
import { recordColumns } from '#shared/read-models/events/record-columns.ts';
import { filterOf } from '#shared/api/protocol/filter-parameters.ts';
import { readFeedRequest } from '#shared/api/requests/read-feed.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { viewsFrom, wanted } from '#shared/subscriptions/filter/matching.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';

/** `GET /events`: as events, or as the blocks they are hashed in. */
export const readFeed = (
  feed: FeedReader,
  ledger: Pick<LedgerReader, 'commits'>,
  cursors: Cursors,
  timing = systemTiming,
) =>
  httpFunction(async (request) => {
    const { after, limit, wait, ...parameters } = parseRequest(readFeedRequest, request).query;
    const position = after === undefined ? 0 : feedPosition(cursors, after, { parameter: 'after' });
    const filter = filterOf(parameters);
    const views = viewsFrom(ledger);
    const page = accepts(request, blocksMediaType)
      ? await wholeBlocks(feed, position, filter)
      : await readFeedPage(
          feed,
          { after: position, limit, wait, choose: async (events) => wanted(filter, views, events) },
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
  });

/** What is hashed is shown whole: it has no filter. */
async function wholeBlocks(feed: FeedReader, after: number, filter: Filter) {
  const [narrowed] = Object.keys(filter);
  if (narrowed !== undefined) {
    const detail = `Expected no filter with Accept: ${blocksMediaType}, since blocks are shown as they are hashed`;
    throw invalidRequest([{ header: 'Accept', detail }]);
  }
  const blocks = await feed.read(after);
  const last = blocks.at(-1);
  return { blocks, looked: last === undefined ? after : lastPosition(last) };
}

const client = dynamoDBClient();

export const handler = readFeed(
  dynamoDBFeedReader(client, environment('FEED_TABLE')),
  dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  signedCursors(environment('CURSOR_KEY')),
);
