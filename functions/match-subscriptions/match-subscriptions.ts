import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBQuarantine } from '#shared/feed/dynamodb-quarantine.ts';
import { dynamoDBFeedReader } from '#shared/feed/dynamodb-feed.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { dynamoDBSubscriptionIndex } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { matcher } from '#shared/subscriptions/webhooks/match.ts';
import { sqsWake } from '#shared/subscriptions/webhooks/sqs-wake.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-wake-ups.ts';
import { feedFunction } from '#functions/adapters/feed-function.ts';

const client = dynamoDBClient();
const index = dynamoDBSubscriptionIndex(client, {
  subscriptions: environment('SUBSCRIPTIONS_TABLE'),
  terms: environment('SUBSCRIPTION_TERMS_TABLE'),
});
const ledger = dynamoDBLedgerReader(client, environment('LEDGER_TABLE'));
const wake = sqsWake(sqsClient(), environment('WAKE_QUEUE_URL'));

/** Finds the subscriptions that want what is new in the feed, and wakes their deliveries. Woken by the bus, whatever its event says. */
export const handler = feedFunction([[matcher({ index, ledger, wake, now: () => new Date() })]], {
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
});
