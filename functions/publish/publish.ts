import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBQuarantine } from '#shared/feed/consumers/dynamodb-quarantine.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { eventBridgeBus, eventBridgeClient } from '#shared/subscriptions/event-bus/eventbridge-bus.ts';
import { publisher } from '#shared/subscriptions/event-bus/publish.ts';
import { feedFunction } from '#functions/adapters/feed-function.ts';

const client = dynamoDBClient();

const bus = eventBridgeBus(eventBridgeClient(), environment('BUS_NAME'));
const ledger = dynamoDBLedgerReader(client, environment('LEDGER_TABLE'));

/** Publishes every event on the bus. */
export const handler = feedFunction([[publisher(bus, ledger)]], {
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
});
