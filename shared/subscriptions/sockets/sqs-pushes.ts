import type { SQSClient } from '@aws-sdk/client-sqs';
import { sqsWakeUps } from '#shared/subscriptions/webhooks/sqs-wake-ups.ts';

/**
 * Triggers pushes by a FIFO queue whose groups are connections: one push to a connection at a time, each in its turn.
 */
export const sqsPushes = (client: SQSClient, queueUrl: string) => {
  const send = sqsWakeUps(client, queueUrl);
  return async (connectionIds: readonly string[]): Promise<void> =>
    send([...new Set(connectionIds)].map((id) => ({ group: id, body: JSON.stringify({ connection: id }) })));
};
