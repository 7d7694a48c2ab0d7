import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { failed } from './failed.ts';
import { logger } from './observability.ts';
import { publishedMetrics } from './published-metrics.ts';
import type { BatchResponse } from './notification.ts';

/** Messages of a queue, as Lambda hands them to a function. */
interface QueueEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** No new work is begun when less than this is left of an invocation's time, in milliseconds: an attempt may take ten seconds. */
const reserveMs = 12_000;

/**
 * A function that a queue's messages wake; they are only wake-ups. One whose work fails is not kept: operators are told, and the sweep
 * wakes again whoever is due.
 */
export const queueFunction = (work: (body: string, timeLeft: () => number) => Promise<void>) =>
  middy<QueueEvent, BatchResponse>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .handler(async ({ Records }, context) => {
      const timeLeft = () => context.getRemainingTimeInMillis() - reserveMs;
      const outcomes = await Promise.allSettled(Records.map(async ({ body }) => work(body, timeLeft)));
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') failed('A wake-up came to nothing', outcome.reason);
      return { batchItemFailures: [] };
    });
