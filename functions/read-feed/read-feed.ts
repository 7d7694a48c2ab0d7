import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { dynamoDBFeedReader } from '../../shared/feed/dynamodb-feed.ts';
import type { FeedReader } from '../../shared/feed/feed.ts';
import { readFeedPage } from '../../shared/feed/read-feed-page.ts';
import { type Cursors, signedCursors } from '../../shared/http/cursor.ts';
import { json } from '../../shared/http/http-request.ts';
import { nextLink } from '../../shared/http/next-link.ts';
import { readFeedRequest } from '../../shared/http/requests/read-feed.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { httpFunction } from '../middleware/http-function.ts';

const list = 'feed';

/** `GET /events` */
export const readFeed = (feed: FeedReader, cursors: Cursors) =>
  httpFunction(async (request) => {
    const { after, limit, wait } = parseRequest(readFeedRequest, request).query;
    const position = after === undefined ? 0 : Number(cursors.open(list, after));
    const items = await readFeedPage(feed, { after: position, limit, wait });
    const next = cursors.seal(list, String(items.at(-1)?.position ?? position));
    return json(200, { items, next }, nextLink(request, 'after', next));
  });

export const handler = readFeed(
  dynamoDBFeedReader(dynamoDBClient(), environment('FEED_TABLE')),
  signedCursors(environment('CURSOR_KEY')),
);
