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
    const standings: Standing[] = [];
    let reached = Number.POSITIVE_INFINITY;
    for (const stage of stages) {
      const runs = stage.map((consumer) => run(consumer, stores, { woken, hasTime }, reached));
      standings.push(...(await Promise.all(runs)));
      reached = Math.min(...standings.map(({ position }) => position));
    }
    await reportLags(stores.feed, standings).catch((error: unknown) =>
      failed('The end of the feed is not known', error),
    );
    return { batchItemFailures: [] };
  });

/** Where a consumer is after its run, and when the last event that it handled had been recorded. */
type Standing = Pick<Consumed, 'position' | 'recordedAt'> & { readonly consumer: string };

/** Runs one consumer, no further than `limit`. */
async function run(
  consumer: FeedConsumer,
  { feed, checkpoints }: Stores,
  { woken = [], hasTime = () => true }: Pick<ConsumeOptions, 'woken' | 'hasTime'>,
  limit: number,
): Promise<Standing> {
  const { name } = consumer;
  try {
    const within = { feed: feedUpTo(feed, limit), woken: blocksUpTo(woken, limit) };
    return { consumer: name, ...(await consumeFeed(consumer, { ...within, checkpoints, hasTime })) };
  } catch (error) {
    failed(`Consumer ${name} stopped`, error);
    return { consumer: name, position: await standstill(name, checkpoints) };
  }
}

/** Where a consumer that failed stands; 0 when even that cannot be told, so that nobody goes further. */
async function standstill(consumer: string, checkpoints: Checkpoints): Promise<number> {
  try {
    return await checkpoints.position(consumer);
  } catch (error) {
    failed(`How far ${consumer} is behind is not known`, error);
    return 0;
  }
}

/** How far each consumer is behind the end of the feed, which is read once for all of them. */
async function reportLags(feed: FeedReader, standings: readonly Standing[]): Promise<void> {
  const head = await feed.head();
  for (const { consumer, position, recordedAt } of standings) {
    addMetric(consumer, 'ConsumerLagPositions', MetricUnit.Count, Math.max(head.position - position, 0));
    if (recordedAt === undefined) continue;
    const seconds = Math.max(Date.now() - Date.parse(recordedAt), 0) / 1000;
    addMetric(consumer, 'ConsumerLagSeconds', MetricUnit.Seconds, seconds);
  }
}

function addMetric(
  consumer: string,
  name: string,
  unit: (typeof MetricUnit)[keyof typeof MetricUnit],
  value: number,
): void {
  const metric = metrics.singleMetric();
  metric.addDimension('consumer', consumer);
  metric.addMetric(name, unit, value);
}
