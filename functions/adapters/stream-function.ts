import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { logger } from './observability.ts';
import { publishedMetrics } from './published-metrics.ts';
import type { BatchResponse, Notification } from './notification.ts';

/** What is left of an invocation's time. */
export interface TimeLeft {
  getRemainingTimeInMillis(): number;
}

/** A function that a table's stream or the schedule triggers, with logs and metrics. */
export const streamFunction = (handle: (notification: Notification, time: TimeLeft) => Promise<BatchResponse>) =>
  middy<Notification, BatchResponse>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .handler(async (notification, context) => handle(notification, context));
