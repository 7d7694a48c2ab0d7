import type { SQSClient } from '@aws-sdk/client-sqs';
import { sqsWakeUps } from './sqs-wake-ups.ts';
import type { SubscriptionKey } from './subscription.ts';
import type { Wake } from './subscriptions.ts';

/** Wake-ups by a FIFO queue whose groups are subscriptions: no two deliveries of one are woken at the same time. */
export const sqsWake = (client: SQSClient, queueUrl: string): Wake => {
  const send = sqsWakeUps(client, queueUrl);
  return async (keys) =>
    send(keys.map(({ owner, id }) => ({ group: id, body: JSON.stringify({ owner, id } satisfies SubscriptionKey) })));
};

/** Whom a wake-up is about. */
export const wokenBy = (body: string): SubscriptionKey => JSON.parse(body);
