import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { failed } from './failed.ts';
import { logger } from './observability.ts';
import { publishedMetrics } from './published-metrics.ts';
import type { BatchResponse } from './notification.ts';

/** Messages of a queue, as Lambda passes them to a function. */
interface QueueEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/**
 * An invocation begins no new work when less than this is left of its time, in milliseconds: an attempt may take ten
 * seconds.
 */
const reserveMs = 12_000;

/**
 * A function that a queue's messages trigger. A message whose work fails is not kept: operators are alarmed, and the
 * schedule triggers again what is due.
 */
export const queueFunction = (work: (body: string, timeLeft: () => number) => Promise<void>) =>
  middy<QueueEvent, BatchResponse>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .handler(async ({ Records }, context) => {
      const timeLeft = () => context.getRemainingTimeInMillis() - reserveMs;
      const outcomes = await Promise.allSettled(Records.map(async ({ body }) => work(body, timeLeft)));
      for (const outcome of outcomes) if (outcome.status === 'rejected') failed('A trigger failed', outcome.reason);
      return { batchItemFailures: [] };
    });
