import type { Alarms } from './alarms.ts';
import { functionAlarms, notWokenAlarm, stoppedAlarm } from './function-alarms.ts';
import { ownMetric } from './own-metric.ts';
import type { NotificationQueue } from '#infra/constructs/primitives/notification-queue.ts';
import type { Webhooks } from '#infra/constructs/webhooks/webhooks.ts';

/** What goes wrong with webhooks on our side, and that receivers have failed for so long that their subscriptions came to a stop. */
export const webhookAlarms = ({ matcher, deliverer, sweeper, matches, deliveries }: Webhooks): Alarms => ({
  ...functionAlarms('webhooks', [matcher, deliverer, sweeper]),
  ...waiting('webhook-matches', matches),
  ...waiting('webhook-deliveries', deliveries),
  ...notWokenAlarm('match-subscriptions', matcher, byTheTick('match-subscriptions')),
  ...notWokenAlarm('wake-webhooks', sweeper, byTheTick('wake-webhooks')),
  ...stoppedAlarm('match-subscriptions'),
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
const waiting = (name: string, queue: NotificationQueue): Alarms => ({
  [`${name}-wait`]: {
    metric: queue.metricApproximateAgeOfOldestMessage(),
    threshold: 300,
    meaning: `A wake-up of ${name} waits for more than five minutes`,
    entry: 'webhook-wake-ups-wait',
  },
});

const byTheTick = (name: string): string => `The tick has not woken ${name} for ten minutes`;
