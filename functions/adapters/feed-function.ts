import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { blockFrom } from '#shared/feed/blocks/block-item.ts';
import type { FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import type { SliceLimits } from '#shared/feed/consumers/slice.ts';
import { type ConsumerStores, runConsumers, type Stages } from '#shared/feed/consumers/run-consumers.ts';
import { failed } from './failed.ts';
import { newItems, type Notification } from './notification.ts';
import { metrics } from './observability.ts';
import { reportLags } from './report-lags.ts';
import { reportTampering } from './report-tampering.ts';
import { streamFunction } from './stream-function.ts';

/** An invocation ends its work when less than this is left of its time, in milliseconds. */
const reserveMs = 10_000;

/** What a function does with the feed in one invocation. */
export interface FeedWork {
  readonly stages: Stages;
  readonly background?: readonly FeedConsumer[];
  /** Of slices; absent: those of consumers that keep up. */
  readonly limits?: SliceLimits;
  /** Work of another kind, at the same time. */
  readonly alongside?: (hasTime: () => boolean) => Promise<void>;
}

/**
 * Makes a function that brings consumers to the end of the feed. Its work may depend on what triggers it. It never
 * fails its trigger, since a retry of the trigger would help nobody.
 */
export const feedFunction = (
  work: Stages | ((notification: Notification) => Promise<FeedWork>),
  stores: ConsumerStores,
) =>
  streamFunction(async (notification, time) => {
    reportTampering(notification, 'block');
    const {
      stages,
      background = [],
      alongside,
      limits,
    }: FeedWork = typeof work === 'function' ? await work(notification) : { stages: work };
    const timeLeft = () => time.getRemainingTimeInMillis();
    const hasTime = () => timeLeft() > reserveMs;
    const other = alongside?.(hasTime).catch((error: unknown) => failed('Work alongside the feed stopped', error));
    try {
      const notified = newItems(notification).map(({ item }) => blockFrom(item));
      const options = { notified, background, hasTime, timeLeft, onFailure: failed, ...(limits && { limits }) };
      const { head, progress } = await runConsumers(stages, stores, options);
      reportLags(head, progress);
      const quarantined = progress.reduce((sum, consumer) => sum + consumer.quarantined, 0);
      if (quarantined > 0) metrics.addMetric('Quarantined', MetricUnit.Count, quarantined);
    } catch (error) {
      failed('The end of the feed is unknown', error);
    }
    await other;
    return { batchItemFailures: [] };
  });
