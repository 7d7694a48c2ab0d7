import type { SQSClient } from '@aws-sdk/client-sqs';
import { sqsNotifications } from '#shared/subscriptions/webhooks/sqs-notifications.ts';

/** A message of the queue of pushes. */
interface Push {
  readonly connection: string;
}

/**
 * Triggers pushes by a FIFO queue whose groups are connections: one at a time of each, and one that has had its turn
 * goes to the back.
 */
export const sqsPushes = (client: SQSClient, queueUrl: string) => {
  const send = sqsNotifications(client, queueUrl);
  return async (connectionIds: readonly string[]): Promise<void> =>
    send(
      [...new Set(connectionIds)].map((id) => ({ group: id, body: JSON.stringify({ connection: id } satisfies Push) })),
    );
};

/** The connection that a message names. */
export function connectionIn(body: string): string {
  const { connection }: Push = JSON.parse(body);
  return connection;
}
