import type { SQSClient } from '@aws-sdk/client-sqs';
import { sqsWakeUps } from './sqs-wake-ups.ts';
import type { SubscriptionKey } from './subscription.ts';
import type { Wake } from './subscriptions.ts';

/** Triggers deliveries by a FIFO queue whose groups are subscriptions: one delivery of a subscription at a time. */
export const sqsWake = (client: SQSClient, queueUrl: string): Wake => {
  const send = sqsWakeUps(client, queueUrl);
  return async (keys) =>
    send(keys.map(({ owner, id }) => ({ group: id, body: JSON.stringify({ owner, id } satisfies SubscriptionKey) })));
};

/** Returns the subscription of a notification. */
export const wokenBy = (body: string): SubscriptionKey => JSON.parse(body);
