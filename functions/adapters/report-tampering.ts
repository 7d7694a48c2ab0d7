import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { changedItems, type Notification } from './notification.ts';
import { logger, metrics } from './observability.ts';

/** Reports items of the ledger or the feed that were changed or removed: the service only adds, so somebody else did it. */
export function reportTampering(notification: Notification, what: 'commit' | 'block'): void {
  for (const keys of changedItems(notification)) {
    logger.critical(`A ${what} was changed or removed`, { keys });
    metrics.addMetric('Tampering', MetricUnit.Count, 1);
  }
}
