import { systemTiming } from '#shared/clock.ts';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBCheckpointReader } from '#shared/feed/consumers/dynamodb-checkpoint-reader.ts';
import { clientsFrom } from '#shared/identity/clients.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { phaseLog } from '#shared/subscriptions/phases/phase-log.ts';
import { deliver, type Post } from '#shared/subscriptions/webhooks/deliver.ts';
import { dynamoDBSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';
import { failureOf, messageOf, postWebhook } from '#shared/subscriptions/webhooks/post-webhook.ts';
import { dynamoDBRowReader } from '#shared/projections/engine/dynamodb-row-reader.ts';
import { loopbackOf } from '#shared/subscriptions/webhooks/public-address.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import { sqsDeliveries, subscriptionNotified } from '#shared/subscriptions/webhooks/sqs-deliveries.ts';
import type { Subscription } from '#shared/subscriptions/webhooks/subscription.ts';
import { allowedHostsFrom, refusalOf } from '#shared/subscriptions/webhooks/supervision.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';
import { webhookClient } from '#shared/subscriptions/webhooks/webhook-client.ts';
import { countedDeliveries } from '#functions/adapters/counted-deliveries.ts';
import { queueFunction } from '#functions/adapters/queue-function.ts';
import { renewedKeys } from '#functions/adapters/renewed-keys.ts';

const client = dynamoDBClient();
const now = () => new Date();
const loopback = loopbackOf(environment('WEBHOOK_LOOPBACK'));
const { keys, renew } = renewedKeys('SEALING_KEYS_SECRET');
const sealing = sealingWith(keys);
const supervision = {
  clients: clientsFrom(environment('CLIENTS')),
  hosts: allowedHostsFrom(environment('WEBHOOK_HOSTS')),
};
const ports = {
  refusal: (subscription: Subscription) => refusalOf(subscription, supervision),
  subscriptions: dynamoDBSubscriptions(client, {
    subscriptions: environment('SUBSCRIPTIONS_TABLE'),
    terms: environment('SUBSCRIPTION_TERMS_TABLE'),
  }),
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  phases: phaseLog(
    dynamoDBRowReader(client, environment('READ_MODELS_TABLE')),
    dynamoDBCheckpointReader(client, environment('CHECKPOINTS_TABLE')),
  ),
  trigger: sqsDeliveries(sqsClient(), environment('DELIVERY_QUEUE_URL')),
  now,
  random: systemTiming.random,
  pause: systemTiming.pause,
};

/** Delivers to the subscription that a message names what it wants. */
export const handler = queueFunction(async (body, timeLeft) => {
  const receivers = webhookClient({ loopback, keepAlive: true });
  const send = postWebhook(receivers, sealing, now);
  const post: Post = async (to, notice) => failureOf(await send(to, await messageOf(ports.ledger, notice)));
  try {
    await deliver(countedDeliveries({ ...ports, post }), subscriptionNotified(body), timeLeft);
  } finally {
    receivers.close();
  }
}).before(renew);
