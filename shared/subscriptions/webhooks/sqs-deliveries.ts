import type { SQSClient } from '@aws-sdk/client-sqs';
import { sqsNotifications } from './sqs-notifications.ts';
import type { SubscriptionKey } from './subscription.ts';
import type { TriggerDeliveries } from './subscriptions.ts';

/** Triggers deliveries by a FIFO queue whose groups are subscriptions: one delivery of a subscription at a time. */
export const sqsDeliveries = (client: SQSClient, queueUrl: string): TriggerDeliveries => {
  const send = sqsNotifications(client, queueUrl);
  return async (keys) =>
    send(keys.map(({ owner, id }) => ({ group: id, body: JSON.stringify({ owner, id } satisfies SubscriptionKey) })));
};

/** Returns the subscription of a notification. */
export const subscriptionNotified = (body: string): SubscriptionKey => JSON.parse(body);
