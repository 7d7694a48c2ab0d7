import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { sqsPushes } from '#shared/subscriptions/sockets/sqs-pushes.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-wake-ups.ts';
import { dynamoDBDueSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import type { DueSubscriptions } from '#shared/subscriptions/webhooks/subscriptions.ts';
import { streamFunction } from '#functions/adapters/stream-function.ts';

export interface SweepPorts {
  readonly due: DueSubscriptions;
  readonly wake: (connectionIds: readonly string[]) => Promise<void>;
  readonly now: () => Date;
}

/** Wakes the push of every connection that should have been looked after by now: whose token expires, that lags, or was not heard of for long. */
export const sweepSockets = ({ due, wake, now }: SweepPorts) =>
  streamFunction(async () => {
    const owners = new Set<string>();
    for await (const { owner } of due.due(now().toISOString())) owners.add(owner);
    await wake([...owners]);
    return { batchItemFailures: [] };
  });

export const handler = sweepSockets({
  due: dynamoDBDueSubscriptions(dynamoDBClient(), environment('CONNECTIONS_TABLE')),
  wake: sqsPushes(sqsClient(), environment('PUSH_QUEUE_URL')),
  now: () => new Date(),
});
