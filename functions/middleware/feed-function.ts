import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Block } from '../../shared/feed/block.ts';
import { blockFrom } from '../../shared/feed/block-item.ts';
import type { Checkpoints } from '../../shared/feed/checkpoints.ts';
import { type Consumed, consumeFeed, type FeedConsumer } from '../../shared/feed/consume-feed.ts';
import type { FeedReader } from '../../shared/feed/feed.ts';
import { failed } from './failed.ts';
import { metrics } from './observability.ts';
import { newItems } from './wake-up.ts';
import { wokenFunction } from './woken-function.ts';

/** An invocation ends its work when less than this is left of its time, in milliseconds. */
const reserveMs = 10_000;

/**
 * A function that brings consumers to the end of the feed, each on its own: one that fails stops at its checkpoint, tells operators, and
 * tries again with the next wake-up or the tick, as does one whose time is over. What woke it is never kept for that: it holds up nobody.
 */
export const feedFunction = (
  consumers: readonly FeedConsumer[],
  stores: { readonly feed: FeedReader; readonly checkpoints: Checkpoints },
) =>
  wokenFunction(async (wakeUp, time) => {
    const woken = newItems(wakeUp).map(({ item }) => blockFrom(item));
    const hasTime = () => time.getRemainingTimeInMillis() > reserveMs;
    await Promise.all(consumers.map((consumer) => run(consumer, stores, woken, hasTime)));
    return { batchItemFailures: [] };
  });

/** Runs one consumer; how far it is behind becomes a metric. */
async function run(
  consumer: FeedConsumer,
  stores: { readonly feed: FeedReader; readonly checkpoints: Checkpoints },
  woken: readonly Block[],
  hasTime: () => boolean,
): Promise<void> {
  try {
    const consumed = await consumeFeed(consumer, { ...stores, woken, hasTime });
    await reportLag(consumer.name, consumed, stores.feed);
  } catch (error) {
    failed(`Consumer ${consumer.name} stopped`, error);
    await reportStandstill(consumer.name, stores).catch((unknown: unknown) =>
      failed(`How far ${consumer.name} is behind is not known`, unknown),
    );
  }
}

async function reportStandstill(
  consumer: string,
  { feed, checkpoints }: { readonly feed: FeedReader; readonly checkpoints: Checkpoints },
): Promise<void> {
  await reportLag(consumer, { position: await checkpoints.position(consumer), caughtUp: false }, feed);
}

async function reportLag(
  consumer: string,
  { position, caughtUp, recordedAt }: Pick<Consumed, 'position' | 'caughtUp' | 'recordedAt'>,
  feed: FeedReader,
): Promise<void> {
  const behind = caughtUp ? 0 : Math.max((await feed.head()).position - position, 0);
  const metric = metrics.singleMetric();
  metric.addDimension('consumer', consumer);
  metric.addMetric('ConsumerLagPositions', MetricUnit.Count, behind);
  if (recordedAt === undefined) return;
  const seconds = metrics.singleMetric();
  seconds.addDimension('consumer', consumer);
  seconds.addMetric('ConsumerLagSeconds', MetricUnit.Seconds, Math.max(Date.now() - Date.parse(recordedAt), 0) / 1000);
}
