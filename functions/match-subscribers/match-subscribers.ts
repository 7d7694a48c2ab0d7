import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBQuarantine } from '#shared/feed/consumers/dynamodb-quarantine.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { socketMatcherName } from '#shared/subscriptions/sockets/push.ts';
import { sqsPushes } from '#shared/subscriptions/sockets/sqs-pushes.ts';
import { dynamoDBSubscriptionIndex } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { matcher } from '#shared/subscriptions/webhooks/match.ts';
import { sqsDeliveries } from '#shared/subscriptions/webhooks/sqs-deliveries.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';
import { feedFunction } from '#functions/adapters/feed-function.ts';
import { socketTables } from '#functions/adapters/socket-tables.ts';
import { subscriptionTables } from '#functions/adapters/subscription-tables.ts';

const client = dynamoDBClient();
const sqs = sqsClient();
const ledger = dynamoDBLedgerReader(client, environment('LEDGER_TABLE'));
const now = () => new Date();

const triggerPush = sqsPushes(sqs, environment('PUSH_QUEUE_URL'));
const { connections: subscriptions, terms } = socketTables();

/** Finds the webhooks that want new events, and triggers their deliveries. */
const webhooks = matcher({
  index: dynamoDBSubscriptionIndex(client, subscriptionTables()),
  ledger,
  trigger: sqsDeliveries(sqs, environment('DELIVERY_QUEUE_URL')),
  now,
});

/** Finds the sockets that want new events, and triggers their pushes. */
const sockets = {
  ...matcher({
    index: dynamoDBSubscriptionIndex(client, { subscriptions, terms }),
    ledger,
    trigger: async (keys) => triggerPush(keys.map(({ owner }) => owner)),
    now,
  }),
  name: socketMatcherName,
};

/** Matches the new events of the feed with subscriptions of both kinds, whatever the message that triggers it says. */
export const handler = feedFunction([[webhooks, sockets]], {
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
});
