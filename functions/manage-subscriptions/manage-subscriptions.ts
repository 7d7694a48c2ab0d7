import { v7 } from 'uuid';
import { signedCursors } from '#shared/cursor.ts';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import type { Keys } from '#shared/keys.ts';
import { secretsManagerClient } from '#shared/aws-secret-keys.ts';
import { environment } from '#shared/environment.ts';
import { subscriptionResources } from '#shared/api/resources.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';
import { postWebhook } from '#shared/subscriptions/webhooks/post-webhook.ts';
import { loopbackOf } from '#shared/subscriptions/webhooks/public-address.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import { sqsDeliveries } from '#shared/subscriptions/webhooks/sqs-deliveries.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';
import { allowedHostsFrom } from '#shared/subscriptions/webhooks/supervision.ts';
import type { SubscriptionPorts } from '#shared/subscriptions/webhooks/subscription-call.ts';
import { webhookClient } from '#shared/subscriptions/webhooks/webhook-client.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';
import { renewedKeys } from '#functions/adapters/renewed-keys.ts';

/** Manages the subscriptions of webhooks: the routes of `/subscriptions`. */
export const manageSubscriptions = (ports: SubscriptionPorts) => httpFunction(subscriptionResources, ports);

function portsOf(cursorKeys: Keys, sealingKeys: Keys): SubscriptionPorts {
  const client = dynamoDBClient();
  const now = () => new Date();
  const loopback = loopbackOf(environment('WEBHOOK_LOOPBACK'));
  const sealing = sealingWith(sealingKeys);
  return {
    subscriptions: dynamoDBSubscriptions(client, {
      subscriptions: environment('SUBSCRIPTIONS_TABLE'),
      terms: environment('SUBSCRIPTION_TERMS_TABLE'),
    }),
    checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
    feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
    cursors: signedCursors(cursorKeys),
    trigger: sqsDeliveries(sqsClient(), environment('DELIVERY_QUEUE_URL')),
    post: postWebhook(webhookClient({ loopback, keepAlive: false }), sealing, now),
    sealing,
    loopback,
    hosts: allowedHostsFrom(environment('WEBHOOK_HOSTS')),
    now,
    newId: v7,
  };
}

const secrets = secretsManagerClient();
const [cursor, sealing] = [renewedKeys('CURSOR_KEYS_SECRET', secrets), renewedKeys('SEALING_KEYS_SECRET', secrets)];

export const handler = manageSubscriptions(portsOf(cursor.keys, sealing.keys)).before(async () => {
  await Promise.all([cursor.renew(), sealing.renew()]);
});
