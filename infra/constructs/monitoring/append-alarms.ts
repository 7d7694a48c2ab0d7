import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { watchErrors, watchThrottles } from './function-alarms.ts';
import { Monitoring } from './monitoring.ts';
import { ownMetric } from './own-metric.ts';

/**
 * Raises alarms of their own for functions that append: an event that cannot be recorded is worse than a query that
 * fails.
 */
export function watchAppends(fn: IFunction): void {
  const monitoring = Monitoring.of(fn);
  const service = fn.node.id;
  watchErrors(fn, 'append');
  watchThrottles(fn, 'append');
  monitoring.sum('append-failures', {
    metric: ownMetric('Failures', service),
    meaning: 'A commit of a call with several met an unexpected error',
    entry: 'function-errors',
  });
  monitoring.plot('Appends and conflicts', ownMetric('Appends', service), ownMetric('AppendConflicts', service));
}
