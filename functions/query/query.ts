import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { queryResources } from '#shared/api/resources.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import type { QueryPorts } from '#shared/read-models/query-resource.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';
import { readModelPorts } from '#functions/adapters/read-model-ports.ts';
import { renewedKeys } from '#functions/adapters/renewed-keys.ts';

/** Reads events, streams and read models: every GET with the scope `chancery/read` but the feed. */
export const query = (ports: QueryPorts) => httpFunction(queryResources, ports);

const client = dynamoDBClient();
const { keys, renew } = renewedKeys('CURSOR_KEYS_SECRET');

export const handler = query({
  ...readModelPorts(client, keys),
  ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  now: () => new Date(),
}).before(renew);
