import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { DeliveryPorts } from '#shared/subscriptions/webhooks/deliver.ts';
import { logger, metrics } from './observability.ts';

/** Counts attempts that receivers took (`Deliveries`) and that they did not (`DeliveriesFailed`), and subscriptions that come to a stop (`SubscriptionsStopped`). */
export const countedDeliveries = (ports: DeliveryPorts): DeliveryPorts => ({
  ...ports,
  post: async (subscription, event) => {
    const failure = await ports.post(subscription, event);
    metrics.addMetric(failure === undefined ? 'Deliveries' : 'DeliveriesFailed', MetricUnit.Count, 1);
    if (failure !== undefined) logger.info('Delivery failed', { subscription: subscription.id, event: event.id });
    return failure;
  },
  subscriptions: {
    ...ports.subscriptions,
    save: async (before, after) => {
      const written = await ports.subscriptions.save(before, after);
      if (written !== undefined && written.state !== 'active') {
        metrics.addMetric('SubscriptionsStopped', MetricUnit.Count, 1);
        logger.warn('A subscription came to a stop', { subscription: written.id, reason: written.reason });
      }
      return written;
    },
  },
});
