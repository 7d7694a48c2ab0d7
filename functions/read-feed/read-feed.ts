import { systemTiming } from '#shared/clock.ts';
import { signedCursors } from '#shared/cursor.ts';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import type { FeedPorts } from '#shared/api/feed/resource.ts';
import { feedResources } from '#shared/api/resources.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';
import { renewedKeys } from '#functions/adapters/renewed-keys.ts';

/** Reads the feed, `GET /events`: alone, since a long poll occupies an execution. */
export const readFeed = (ports: FeedPorts) => httpFunction(feedResources, ports);

const client = dynamoDBClient();
const { keys, renew } = renewedKeys('CURSOR_KEYS_SECRET');

export const handler = readFeed({
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  cursors: signedCursors(keys),
  timing: systemTiming,
}).before(renew);
