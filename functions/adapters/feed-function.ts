import { backOff } from '#shared/back-off.ts';
import { unavailable } from '#shared/dynamodb/unavailable.ts';
import { blockFrom } from '#shared/feed/block-item.ts';
import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import { consumeFeed, type ConsumeOptions, type FeedConsumer } from '#shared/feed/consume-feed.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { blocksUpTo, feedUpTo } from '#shared/feed/feed-up-to.ts';
import { sharedReads } from '#shared/feed/shared-reads.ts';
import { failed } from './failed.ts';
import { reportLags, type Standing } from './report-lags.ts';
import { newItems } from './notification.ts';
import { streamFunction } from './stream-function.ts';

/** An invocation ends its work when less than this is left of its time, in milliseconds. */
const reserveMs = 10_000;

interface Stores {
  readonly feed: FeedReader;
  readonly checkpoints: Checkpoints;
}

/** What a consumer needs of them. */
type Ports = Pick<ConsumeOptions, 'feed'> & Pick<Stores, 'checkpoints'>;

/** Stage by stage, the consumers that a function brings to the end of the feed. */
export type Stages = readonly (readonly FeedConsumer[])[];

/** What a function does with the feed in one invocation. */
export interface Following {
  readonly stages: Stages;
  /** Consumers that nobody waits for: they come when the stages are done, and those of them that are nearly at the end anyway. */
  readonly beside?: readonly FeedConsumer[];
  /** Work of another kind, at the same time. */
  readonly meanwhile?: (hasTime: () => boolean) => Promise<void>;
}

/** Positions from the end of the feed within which a consumer `beside` costs the others no time to speak of. */
const nearby = 1000;

/**
 * A function that brings consumers to the end of the feed, stage by stage, each on its own: one that fails stops at its checkpoint, tells
 * operators, and tries again with the next wake-up or the tick, as does one whose time is over. It hinders no other of its stage; later
 * stages go no further than it. What woke it is never kept for that: it holds up nobody.
 */
export const feedFunction = (following: Stages | (() => Promise<Following>), stores: Stores) =>
  streamFunction(async (wakeUp, time) => {
    const {
      stages,
      beside = [],
      meanwhile,
    }: Following = typeof following === 'function' ? await following() : { stages: following };
    const woken = newItems(wakeUp).map(({ item }) => blockFrom(item));
    const hasTime = () => time.getRemainingTimeInMillis() > reserveMs;
    const options = { woken, hasTime };
    const shared = { ...stores, feed: sharedReads(stores.feed) };
    const other = meanwhile?.(hasTime).catch((error: unknown) => failed('Work beside the feed stopped', error));
    const standings: Standing[] = [];
    let reached = Number.POSITIVE_INFINITY;
    for (const stage of stages) {
      standings.push(...(await runTogether(stage, shared, options, reached)));
      reached = Math.min(...standings.map(({ position }) => position));
    }
    try {
      const { position: head } = await stores.feed.head();
      reportLags(head, standings);
      await runTogether(await near(head, beside, stores.checkpoints), shared, options);
    } catch (error) {
      failed('The end of the feed is not known', error);
    }
    await other;
    return { batchItemFailures: [] };
  });

type RunOptions = Pick<ConsumeOptions, 'woken' | 'hasTime'>;

/** Runs consumers at the same time, none further than `limit`; how far they are is read in one call for all of them. */
async function runTogether(
  consumers: readonly FeedConsumer[],
  stores: Ports,
  options: RunOptions,
  limit = Number.POSITIVE_INFINITY,
): Promise<Standing[]> {
  if (consumers.length === 0) return [];
  const known = stores.checkpoints
    .positions(consumers.flatMap(({ name, follows = [] }) => [name, ...follows]))
    .catch(() => undefined); // each reads its own then
  return Promise.all(consumers.map(async (consumer) => run(consumer, stores, options, { limit, known: await known })));
}

/** Runs one consumer, no further than `limit` and than those that it follows. */
async function run(
  consumer: FeedConsumer,
  { feed, checkpoints }: Ports,
  { woken = [], hasTime = () => true }: RunOptions,
  { limit, known }: { readonly limit: number; readonly known: ReadonlyMap<string, number> | undefined },
): Promise<Standing> {
  const { name, follows = [] } = consumer;
  let seen = known;
  try {
    return await persistently(hasTime, async () => {
      const positions = seen ?? (await checkpoints.positions([name, ...follows]));
      seen = undefined; // it may have moved by the next attempt
      const end = Math.min(limit, ...follows.map((other) => positions.get(other) ?? 0));
      const within = { feed: feedUpTo(feed, end), woken: blocksUpTo(woken, end), from: positions.get(name) };
      return { consumer: name, ...(await consumeFeed(consumer, { ...within, checkpoints, hasTime })) };
    });
  } catch (error) {
    failed(`Consumer ${name} stopped`, error);
    return { consumer: name, position: await standstill(name, checkpoints) };
  }
}

/** As often a consumer goes on from its checkpoint when AWS could not serve it at the moment; then it waits for the next wake-up. */
const attempts = 5;

/** Tries again what AWS could not serve at the moment, while there is time: the next wake-up may be a minute away. */
async function persistently<Outcome>(hasTime: () => boolean, work: () => Promise<Outcome>): Promise<Outcome> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === attempts || !unavailable(error) || !hasTime()) throw error;
      await backOff(tried);
    }
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

/** Those of some consumers that are nearly at the end of the feed. */
async function near(head: number, consumers: readonly FeedConsumer[], checkpoints: Stores['checkpoints']) {
  const far = new Set(await farFrom(head, consumers, checkpoints));
  return consumers.filter((consumer) => !far.has(consumer));
}

/** Those of some consumers that are too far from the end of the feed to come `beside`. */
export async function farFrom(
  head: number,
  consumers: readonly FeedConsumer[],
  checkpoints: Stores['checkpoints'],
): Promise<FeedConsumer[]> {
  if (consumers.length === 0) return [];
  const positions = await checkpoints.positions(consumers.map(({ name }) => name));
  return consumers.filter(({ name }) => head - (positions.get(name) ?? 0) > nearby);
}
