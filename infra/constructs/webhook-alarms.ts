import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { type Alarms, functionAlarms } from './alarms.ts';
import type { ChanceryFunction } from './chancery-function.ts';
import { ownMetric } from './own-metric.ts';
import type { WakeUpQueue } from './wake-up-queue.ts';
import type { Webhooks } from './webhooks.ts';

/** What goes wrong with webhooks on our side, and that receivers have failed for so long that their subscriptions came to a stop. */
export const webhookAlarms = ({ matcher, deliverer, sweeper, matches, deliveries }: Webhooks): Alarms => ({
  ...functionAlarms('webhooks', [matcher, deliverer, sweeper]),
  ...waiting('webhook-matches', matches),
  ...waiting('webhook-deliveries', deliveries),
  ...notWoken('match-subscriptions', matcher),
  ...notWoken('wake-webhooks', sweeper),
  'match-subscriptions-stopped': {
    metric: ownMetric('Failures', 'match-subscriptions'),
    meaning: 'match-subscriptions cannot get past a position',
    entry: 'stopped-consumer',
  },
  'webhook-delivery-failed': {
    metric: ownMetric('Failures', 'deliver-webhooks'),
    meaning: 'A delivery met an error of our own',
    entry: 'webhook-delivery-failed',
  },
  'webhook-stopped': {
    metric: ownMetric('SubscriptionsStopped', 'deliver-webhooks'),
    meaning: 'A receiver failed for three days, or is gone, and its subscription came to a stop',
    entry: 'webhook-stopped',
  },
});

/** Messages that wait for their function. */
const waiting = (name: string, queue: WakeUpQueue): Alarms => ({
  [`${name}-wait`]: {
    metric: queue.metricApproximateAgeOfOldestMessage(),
    threshold: 300,
    meaning: `A wake-up of ${name} waits for more than five minutes`,
    entry: 'webhook-wake-ups-wait',
  },
});

const notWoken = (name: string, fn: ChanceryFunction): Alarms => ({
  [`${name}-not-woken`]: {
    metric: fn.metricInvocations(),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
    evaluationPeriods: 2,
    meaning: `The tick has not woken ${name} for ten minutes`,
    entry: 'no-wake-ups',
  },
});
