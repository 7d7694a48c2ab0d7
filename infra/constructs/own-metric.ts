import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { consumerServices } from '../../shared/consumer-names.ts';

/** Namespace of every metric that the functions themselves record. */
export const metricsNamespace = 'Chancery';

/** What the functions record: counts, and how far behind a commit's recording the feed (`SequencerLag`, in ms) and its consumers are. */
export type OwnMetricName =
  | 'Appends'
  | 'AppendConflicts'
  | 'SequencerLag'
  | 'ConsumerLagPositions'
  | 'ConsumerLagSeconds'
  | 'Failures'
  | 'Tampering'
  | 'Deliveries'
  | 'DeliveriesInVain'
  | 'SubscriptionsStopped';

/** A consumer of the feed by its checkpoint's name, and the function that runs it. */
export interface Consumer {
  readonly consumer: string;
  readonly service: string;
}

export const consumers: readonly Consumer[] = Object.entries(consumerServices).map(([consumer, service]) => ({
  consumer,
  service,
}));

/** A metric of one function, or of one consumer that it runs, over five minutes: the sum of counts, the greatest lag. */
export function ownMetric(
  metricName: OwnMetricName,
  of: { readonly service: string; readonly consumer?: string },
): Metric {
  return new Metric({
    namespace: metricsNamespace,
    metricName,
    dimensionsMap: { ...of },
    statistic: metricName.includes('Lag') ? 'Maximum' : 'Sum',
    period: Duration.minutes(5),
    label: `${metricName} ${of.consumer ?? of.service}`,
  });
}
