import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBDueSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { sqsWake } from '#shared/subscriptions/webhooks/sqs-wake.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-wake-ups.ts';
import type { DueSubscriptions, Wake } from '#shared/subscriptions/webhooks/subscriptions.ts';
import { streamFunction } from '#functions/adapters/stream-function.ts';

/** Woken by the tick: wakes every delivery that is due, be it that its time has come or that its wake-up was lost. */
export const wakeWebhooks = (subscriptions: DueSubscriptions, wake: Wake, now: () => Date) =>
  streamFunction(async () => {
    const due = await Array.fromAsync(subscriptions.due(now().toISOString()));
    await wake(due);
    return { batchItemFailures: [] };
  });

export const handler = wakeWebhooks(
  dynamoDBDueSubscriptions(dynamoDBClient(), environment('SUBSCRIPTIONS_TABLE')),
  sqsWake(sqsClient(), environment('WAKE_QUEUE_URL')),
  () => new Date(),
);
