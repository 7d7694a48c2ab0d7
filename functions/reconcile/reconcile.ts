import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBVerificationStore } from '#shared/feed/dynamodb-verification-progress.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { sqsPushes } from '#shared/subscriptions/sockets/sqs-pushes.ts';
import { dynamoDBDueSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { sqsDeliveries } from '#shared/subscriptions/webhooks/sqs-deliveries.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';
import type { RecordBroken } from '#shared/verification/verify-block.ts';
import { type NoteHead, verifyOn } from '#shared/verification/verify-on.ts';
import { failed } from '#functions/adapters/failed.ts';
import { reportBroken } from '#functions/adapters/report-tampering.ts';
import { streamFunction } from '#functions/adapters/stream-function.ts';
import { type DueWork, triggerDue } from './trigger-due.ts';

/** The verification takes no new block when less than this is left of an invocation's time, in milliseconds. */
const reserveMs = 15_000;

/**
 * Triggers each kind of work that is due, every minute, and verifies the record a part further; a kind that fails
 * leaves the others alone. A record that is not what it should be is reported by each run until it is mended.
 */
export const reconcile = (
  kinds: Readonly<Record<string, DueWork>>,
  now: () => Date,
  verifyRecord: (hasTime: () => boolean) => Promise<RecordBroken | undefined>,
) =>
  streamFunction(async (_notification, time) => {
    const verifying = verifyRecord(() => time.getRemainingTimeInMillis() > reserveMs)
      .then(reportBroken)
      .catch((error: unknown) => failed('The record could not be verified, or its head not be noted', error));
    await Promise.all([
      verifying,
      ...Object.entries(kinds).map(async ([kind, work]) =>
        triggerDue(work, now()).catch((error: unknown) => failed(`Due ${kind} were not triggered`, error)),
      ),
    ]);
    return { batchItemFailures: [] };
  });

const client = dynamoDBClient();
const sqs = sqsClient();
const now = () => new Date();
const bucket = environment('HEADS_BUCKET');
/** Loads the client of S3 with the first head: it is half of the code, and most stages note none. */
const noteHead: NoteHead = async (...head) => {
  const { s3NotedHeads } = await import('#shared/verification/s3-noted-heads.ts');
  await s3NotedHeads(bucket)(...head);
};
const verifying = {
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  progress: dynamoDBVerificationStore(client, environment('CHECKPOINTS_TABLE')),
  noteHead: bucket === '-' ? undefined : noteHead,
  now,
};
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
  now,
  async (hasTime) => verifyOn(verifying, hasTime),
);
