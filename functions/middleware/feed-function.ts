import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { blockFrom } from '../../shared/feed/block-item.ts';
import type { Checkpoints } from '../../shared/feed/checkpoints.ts';
import { type Consumed, consumeFeed, type ConsumeOptions, type FeedConsumer } from '../../shared/feed/consume-feed.ts';
import type { FeedReader } from '../../shared/feed/feed.ts';
import { blocksUpTo, feedUpTo } from '../../shared/feed/feed-up-to.ts';
import { failed } from './failed.ts';
import { metrics } from './observability.ts';
import { newItems } from './wake-up.ts';
import { wokenFunction } from './woken-function.ts';

/** An invocation ends its work when less than this is left of its time, in milliseconds. */
const reserveMs = 10_000;

interface Stores {
  readonly feed: FeedReader;
  readonly checkpoints: Checkpoints;
}

/**
 * A function that brings consumers to the end of the feed, stage by stage, each on its own: one that fails stops at its checkpoint, tells
 * operators, and tries again with the next wake-up or the tick, as does one whose time is over. It hinders no other of its stage; later
 * stages go no further than it. What woke it is never kept for that: it holds up nobody.
 */
export const feedFunction = (stages: readonly (readonly FeedConsumer[])[], stores: Stores) =>
  wokenFunction(async (wakeUp, time) => {
    const woken = newItems(wakeUp).map(({ item }) => blockFrom(item));
    const hasTime = () => time.getRemainingTimeInMillis() > reserveMs;
    let reached = Number.POSITIVE_INFINITY;
    for (const stage of stages) {
      const runs = stage.map((consumer) => run(consumer, stores, { woken, hasTime }, reached));
      reached = Math.min(reached, ...(await Promise.all(runs)));
    }
    return { batchItemFailures: [] };
  });

/** Runs one consumer, no further than `limit`; tells where it is then. How far it is behind becomes a metric. */
async function run(
  consumer: FeedConsumer,
  { feed, checkpoints }: Stores,
  { woken = [], hasTime = () => true }: Pick<ConsumeOptions, 'woken' | 'hasTime'>,
  limit: number,
): Promise<number> {
  try {
    const within = { feed: feedUpTo(feed, limit), woken: blocksUpTo(woken, limit) };
    const consumed = await consumeFeed(consumer, { ...within, checkpoints, hasTime });
    await reportLag(consumer.name, consumed, feed);
    return consumed.position;
  } catch (error) {
    failed(`Consumer ${consumer.name} stopped`, error);
    return reportStandstill(consumer.name, { feed, checkpoints });
  }
}

/** Where a consumer that failed stands; 0 when even that cannot be told, so that nobody goes further. */
async function reportStandstill(consumer: string, { feed, checkpoints }: Stores): Promise<number> {
  try {
    const position = await checkpoints.position(consumer);
    await reportLag(consumer, { position }, feed);
    return position;
  } catch (error) {
    failed(`How far ${consumer} is behind is not known`, error);
    return 0;
  }
}

async function reportLag(
  consumer: string,
  { position, recordedAt }: Pick<Consumed, 'position' | 'recordedAt'>,
  feed: FeedReader,
): Promise<void> {
  const behind = Math.max((await feed.head()).position - position, 0);
  const metric = metrics.singleMetric();
  metric.addDimension('consumer', consumer);
  metric.addMetric('ConsumerLagPositions', MetricUnit.Count, behind);
  if (recordedAt === undefined) return;
  const seconds = metrics.singleMetric();
  seconds.addDimension('consumer', consumer);
  seconds.addMetric('ConsumerLagSeconds', MetricUnit.Seconds, Math.max(Date.now() - Date.parse(recordedAt), 0) / 1000);
}
