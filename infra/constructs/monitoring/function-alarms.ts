import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { Monitoring } from './monitoring.ts';
import { ownMetric } from './own-metric.ts';

/** Raises an alarm when an invocation ends in an error; functions of the same kind share it. */
export function watchErrors(fn: IFunction, kind = 'background'): void {
  Monitoring.of(fn).sum(`${kind}-errors`, {
    metric: fn.metricErrors(),
    meaning: `Invocations of a function (${kind}) end in an error`,
    entry: 'function-errors',
  });
}

/** Raises an alarm when Lambda turns invocations away; functions of the same kind share it. */
export function watchThrottles(fn: IFunction, kind = 'background'): void {
  Monitoring.of(fn).sum(`${kind}-throttles`, {
    metric: fn.metricThrottles(),
    meaning: `Lambda turns invocations of a function (${kind}) away`,
    entry: 'function-throttles',
  });
}

/** Raises an alarm when a function counts failures that it survives. */
export function watchFailures(fn: IFunction): void {
  const failures = ownMetric('Failures', fn.node.id);
  Monitoring.of(fn).plot('Failures and failure queues', failures);
  Monitoring.of(fn).alarm(`${fn.node.id}-stopped`, {
    metric: failures,
    meaning: `${fn.node.id} cannot get past a position, a stream or a task`,
    entry: 'stopped-consumer',
  });
}

/**
 * Raises an alarm when the consumers of the feed that a function runs are late, or do not reach the end of the feed.
 */
export function watchLag(fn: IFunction): void {
  const service = fn.node.id;
  const seconds = ownMetric('ConsumerLagSeconds', service);
  const positions = ownMetric('ConsumerLagPositions', service);
  const monitoring = Monitoring.of(fn);
  monitoring.plot('Feed to consumers (s)', seconds);
  monitoring.plot('Feed to consumers (positions)', positions);
  monitoring.alarm(`${service}-lag`, {
    metric: seconds,
    threshold: 60,
    evaluationPeriods: 2,
    meaning: `Events reach a consumer of ${service} more than a minute after they were recorded`,
    entry: 'consumer-lag',
  });
  monitoring.alarm(`${service}-behind`, {
    metric: positions.with({ statistic: Stats.MINIMUM }),
    evaluationPeriods: 2,
    meaning: `A consumer of ${service} has not been at the end of the feed for ten minutes`,
    entry: 'consumer-lag',
  });
}

/** Watches what a function sets aside of the feed or the ledger: one alarm for all functions. */
export function watchQuarantine(fn: IFunction): void {
  Monitoring.of(fn).sum('quarantined', {
    metric: ownMetric('Quarantined', fn.node.id),
    meaning: 'A consumer has set something aside that it cannot handle',
    entry: 'quarantined',
  });
}

/**
 * Watches whether a commit or a block was changed or removed, whichever function notices it: one alarm on one metric.
 */
export function watchTampering(scope: Construct): void {
  Monitoring.of(scope).alarm('tampering', {
    metric: ownMetric('Tampering', 'record'),
    meaning: 'A commit or a block was changed or removed, or the record is not what it should be',
    entry: 'tampering',
  });
}
