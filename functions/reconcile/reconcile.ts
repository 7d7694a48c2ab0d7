import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { sqsPushes } from '#shared/subscriptions/sockets/sqs-pushes.ts';
import { dynamoDBDueSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { sqsDeliveries } from '#shared/subscriptions/webhooks/sqs-deliveries.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';
import { failed } from '#functions/adapters/failed.ts';
import { streamFunction } from '#functions/adapters/stream-function.ts';
import { type DueWork, triggerDue } from './trigger-due.ts';

/** Triggers each kind of work that is due, every minute; a kind that fails leaves the others alone. */
export const reconcile = (kinds: Readonly<Record<string, DueWork>>, now: () => Date) =>
  streamFunction(async () => {
    await Promise.all(
      Object.entries(kinds).map(async ([kind, work]) =>
        triggerDue(work, now()).catch((error: unknown) => failed(`Due ${kind} were not triggered`, error)),
      ),
    );
    return { batchItemFailures: [] };
  });

const client = dynamoDBClient();
const sqs = sqsClient();
const triggerPush = sqsPushes(sqs, environment('PUSH_QUEUE_URL'));

export const handler = reconcile(
  {
    /** Deliveries to try again, or that no trigger reached. */
    deliveries: {
      due: dynamoDBDueSubscriptions(client, environment('SUBSCRIPTIONS_TABLE')),
      trigger: sqsDeliveries(sqs, environment('DELIVERY_QUEUE_URL')),
    },
    /** Connections whose token expires, that lag, or that have been silent. */
    pushes: {
      due: dynamoDBDueSubscriptions(client, environment('CONNECTIONS_TABLE')),
      trigger: async (keys) => triggerPush(keys.map(({ owner }) => owner)),
    },
  },
  () => new Date(),
);
