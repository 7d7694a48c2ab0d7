import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { DeliveryPorts } from '#shared/subscriptions/webhooks/deliver.ts';
import { logger, metrics } from './observability.ts';

/**
 * Counts attempts that receivers accepted (`Deliveries`), attempts that failed (`FailedDeliveries`), and subscriptions
 * that were stopped (`SubscriptionsStopped`).
 */
export const countedDeliveries = (ports: DeliveryPorts): DeliveryPorts => ({
  ...ports,
  post: async (subscription, event) => {
    const failure = await ports.post(subscription, event);
    metrics.addMetric(failure === undefined ? 'Deliveries' : 'FailedDeliveries', MetricUnit.Count, 1);
    if (failure !== undefined) logger.info('Delivery failed', { subscription: subscription.id, event: event.id });
    return failure;
  },
  subscriptions: {
    ...ports.subscriptions,
    save: async (before, after) => {
      const written = await ports.subscriptions.save(before, after);
      if (written !== undefined && written.state !== 'active') {
        metrics.addMetric('SubscriptionsStopped', MetricUnit.Count, 1);
        logger.warn('A subscription was stopped', { subscription: written.id, reason: written.reason });
      }
      return written;
    },
  },
});
