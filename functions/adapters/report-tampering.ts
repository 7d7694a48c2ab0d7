import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { changedItems, type Notification } from './notification.ts';
import { logger, metrics } from './observability.ts';

/** Reports changed or removed items of the ledger or the feed, which the service only adds to. */
export function reportTampering(notification: Notification, what: 'commit' | 'block'): void {
  for (const keys of changedItems(notification)) {
    logger.critical(`A ${what} was changed or removed`, { keys });
    metrics.addMetric('Tampering', MetricUnit.Count, 1);
  }
}
