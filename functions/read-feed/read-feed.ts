import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { lastPosition } from '../../shared/feed/block.ts';
import { dynamoDBFeedReader } from '../../shared/feed/dynamodb-feed.ts';
import type { FeedReader } from '../../shared/feed/feed.ts';
import { readFeedPage } from '../../shared/feed/read-feed-page.ts';
import { type Cursors, signedCursors } from '../../shared/http/cursor.ts';
import { feedCursor, feedPosition } from '../../shared/http/feed-cursor.ts';
import { json } from '../../shared/http/http-request.ts';
import { nextLink } from '../../shared/http/next-link.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { accepts, blocksMediaType } from '../../shared/http/record-media-types.ts';
import { readFeedRequest } from '../../shared/http/requests/read-feed.ts';
import { httpFunction } from '../middleware/http-function.ts';

/** `GET /events`: as events, or as the blocks they are hashed in. */
export const readFeed = (feed: FeedReader, cursors: Cursors) =>
  httpFunction(async (request) => {
    const { after, limit, wait } = parseRequest(readFeedRequest, request).query;
    const position = after === undefined ? 0 : feedPosition(cursors, after);
    const asBlocks = accepts(request, blocksMediaType);
    const page = asBlocks ? await blocks(feed, position) : await events(feed, { after: position, limit, wait });
    const next = feedCursor(cursors, page.last ?? position);
    return json(
      200,
      { items: page.items, next },
      {
        ...(asBlocks && { 'Content-Type': blocksMediaType }),
        Vary: 'Accept',
        ...nextLink(request, 'after', next),
      },
    );
  });

interface Page {
  readonly items: readonly unknown[];
  /** The position of the page's last event; absent when the page is empty. */
  readonly last?: number | undefined;
}

async function events(feed: FeedReader, query: Parameters<typeof readFeedPage>[1]): Promise<Page> {
  const items = await readFeedPage(feed, query);
  return { items, last: items.at(-1)?.position };
}

async function blocks(feed: FeedReader, after: number): Promise<Page> {
  const items = await feed.read(after);
  const last = items.at(-1);
  return { items, last: last && lastPosition(last) };
}

export const handler = readFeed(
  dynamoDBFeedReader(dynamoDBClient(), environment('FEED_TABLE')),
  signedCursors(environment('CURSOR_KEY')),
);
