import type { SQSClient } from '@aws-sdk/client-sqs';
import { sqsWakeUps } from '#shared/subscriptions/webhooks/sqs-wake-ups.ts';

/** Wakes pushes by a FIFO queue whose groups are connections: one at a time of each, and who has had its turn goes to the back. */
export const sqsPushes = (client: SQSClient, queueUrl: string) => {
  const send = sqsWakeUps(client, queueUrl);
  return async (connectionIds: readonly string[]): Promise<void> =>
    send([...new Set(connectionIds)].map((id) => ({ group: id, body: JSON.stringify({ connection: id }) })));
};
