import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';

/** Namespace of every metric that the functions themselves record. */
export const metricsNamespace = 'Chancery';

/**
 * What the functions record: counts, and how far behind a commit's recording the feed (`SequencerLag`, in ms) and its
 * consumers are.
 */
export type OwnMetricName =
  | 'Appends'
  | 'AppendConflicts'
  | 'SequencerLag'
  | 'ConsumerLagPositions'
  | 'ConsumerLagSeconds'
  | 'Failures'
  | 'Quarantined'
  | 'Tampering'
  | 'SubscriptionsStopped';

/** A metric of one function over five minutes: the sum of counts, the greatest lag of the consumers that it runs. */
export function ownMetric(metricName: OwnMetricName, service: string): Metric {
  return new Metric({
    namespace: metricsNamespace,
    metricName,
    dimensionsMap: { service },
    statistic: metricName.includes('Lag') ? 'Maximum' : 'Sum',
    period: Duration.minutes(5),
    label: `${metricName} ${service}`,
  });
}

/**
 * A metric of every consumer of the feed that lags, generations that do not serve among them, each as a line of its
 * own.
 */
export const eachConsumer = (metricName: OwnMetricName): MathExpression =>
  new MathExpression({
    expression: `SEARCH('{${metricsNamespace},consumer,service} MetricName="${metricName}"', 'Maximum', 300)`,
    usingMetrics: {},
    label: '',
    period: Duration.minutes(5),
  });
