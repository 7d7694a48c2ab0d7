import { v7 } from 'uuid';
import { signedCursors } from '#shared/cursor.ts';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
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

/** Manages the subscriptions of webhooks: the routes of `/subscriptions`. */
export const manageSubscriptions = (ports: SubscriptionPorts) => httpFunction(subscriptionResources, ports);

function portsOf(): SubscriptionPorts {
  const client = dynamoDBClient();
  const now = () => new Date();
  const loopback = loopbackOf(environment('WEBHOOK_LOOPBACK'));
  const sealing = sealingWith(environment('SEALING_KEYS'));
  return {
    subscriptions: dynamoDBSubscriptions(client, {
      subscriptions: environment('SUBSCRIPTIONS_TABLE'),
      terms: environment('SUBSCRIPTION_TERMS_TABLE'),
    }),
    checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
    feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
    cursors: signedCursors(environment('CURSOR_KEY')),
    trigger: sqsDeliveries(sqsClient(), environment('DELIVERY_QUEUE_URL')),
    post: postWebhook(webhookClient({ loopback, keepAlive: false }), sealing, now),
    sealing,
    loopback,
    hosts: allowedHostsFrom(environment('WEBHOOK_HOSTS')),
    now,
    newId: v7,
  };
}

export const handler = manageSubscriptions(portsOf());
