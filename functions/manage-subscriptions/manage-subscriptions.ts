import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '#shared/feed/dynamodb-feed.ts';
import { signedCursors } from '#shared/cursor.ts';
import { dynamoDBSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';
import { loopbackOf } from '#shared/subscriptions/webhooks/public-address.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import { sqsWake } from '#shared/subscriptions/webhooks/sqs-wake.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-wake-ups.ts';
import { byRoute } from '#functions/adapters/by-route.ts';
import { type ManageSubscriptionsPorts, subscriptionRoutes } from './subscription-routes.ts';

/** The routes of `/subscriptions`, without the ping. */
export const manageSubscriptions = (ports: ManageSubscriptionsPorts) => byRoute(subscriptionRoutes(ports));

const client = dynamoDBClient();

export const handler = manageSubscriptions({
  subscriptions: dynamoDBSubscriptions(client, {
    subscriptions: environment('SUBSCRIPTIONS_TABLE'),
    terms: environment('SUBSCRIPTION_TERMS_TABLE'),
  }),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  cursors: signedCursors(environment('CURSOR_KEY')),
  sealing: sealingWith(environment('SEALING_KEYS')),
  wake: sqsWake(sqsClient(), environment('WAKE_QUEUE_URL')),
  loopback: loopbackOf(environment('WEBHOOK_LOOPBACK')),
  now: () => new Date(),
});
