import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { RecordBroken } from '#shared/verification/verify-block.ts';
import { changedItems, type Notification } from './notification.ts';
import { logger, recordMetrics } from './observability.ts';

/** Reports changed or removed items of the ledger or the feed, which the service only adds to. */
export function reportTampering(notification: Notification, what: 'commit' | 'block'): void {
  for (const keys of changedItems(notification)) {
    logger.critical(`A ${what} was changed or removed`, { keys });
    recordMetrics.addMetric('Tampering', MetricUnit.Count, 1);
  }
}

/** Reports the first place at which the record is not what it should be. */
export function reportBroken(broken: RecordBroken | undefined): void {
  if (broken === undefined) return;
  logger.critical('The record is broken', { place: broken.place, reason: broken.message });
  recordMetrics.addMetric('Tampering', MetricUnit.Count, 1);
}
