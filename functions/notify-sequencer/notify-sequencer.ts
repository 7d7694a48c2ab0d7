import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { environment } from '#shared/environment.ts';
import { packItems } from '#shared/feed/notice-item.ts';
import { type Notices, sqsNotices } from '#shared/feed/sqs-notices.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-wake-ups.ts';
import { failed } from '#functions/adapters/failed.ts';
import { changedItems, newItems, type Notification } from '#functions/adapters/notification.ts';
import { logger, metrics } from '#functions/adapters/observability.ts';
import { streamFunction } from '#functions/adapters/stream-function.ts';

/** Hands what is new in the ledger, from each shard of its stream, to the one sequencer. */
export const notifySequencer = ({ send }: Pick<Notices, 'send'>) =>
  streamFunction(async (notification) => {
    reportTampering(notification);
    const records = newItems(notification);
    for (const { first, body } of packItems(records.map(({ item }) => item))) {
      try {
        await send(body);
      } catch (error) {
        failed('The sequencer was not notified', error);
        // Lambda delivers this record and those after it again.
        return { batchItemFailures: records.slice(first, first + 1).map(({ record }) => ({ itemIdentifier: record })) };
      }
    }
    return { batchItemFailures: [] };
  });

/** The service only adds to the ledger: a change or a removal comes from somebody else. */
function reportTampering(notification: Notification): void {
  for (const keys of changedItems(notification)) {
    logger.critical('A commit was changed or removed', { keys });
    metrics.addMetric('Tampering', MetricUnit.Count, 1);
  }
}

export const handler = notifySequencer(sqsNotices(sqsClient(), environment('SEQUENCE_QUEUE_URL')));
