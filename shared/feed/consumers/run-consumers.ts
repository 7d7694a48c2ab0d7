import { backOff } from '#shared/back-off.ts';
import { unavailable } from '#shared/dynamodb/unavailable.ts';
import type { Block, PositionedEvent } from '#shared/feed/blocks/block.ts';
import { eventsAfter } from '#shared/feed/blocks/block.ts';
import { atStart, type Checkpoint, type Checkpoints } from './checkpoints.ts';
import { consumeFeed, type Consumed, type ConsumeOptions, type FeedConsumer, quarantined } from './consume-feed.ts';
import { endFor } from './end-for.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import type { Quarantine } from './quarantine.ts';
import { sharedReads } from './shared-reads.ts';
import { contiguousEnd, endOfNext } from './upcoming-events.ts';

export interface ConsumerStores {
  readonly feed: FeedReader;
  readonly checkpoints: Checkpoints;
  readonly quarantine: Pick<Quarantine, 'add'>;
}

/**
 * The consumers that a function brings to the end of the feed, stage by stage; a stage does not pass the one before it.
 */
export type Stages = readonly (readonly FeedConsumer[])[];

export interface RunOptions extends Pick<
  ConsumeOptions,
  'notified' | 'hasTime' | 'timeLeft' | 'now' | 'limits' | 'maxFailures'
> {
  /** Background consumers; they run after the stages, if they are nearly at the end. */
  readonly background?: readonly FeedConsumer[];
  /** Reports an error that the run survives. */
  readonly onFailure: (message: string, error: unknown) => void;
}

/** The progress of a consumer after a run. */
export interface ConsumerProgress extends Pick<Consumed, 'position' | 'recordedAt' | 'quarantined'> {
  readonly consumer: string;
}

export interface RunResult {
  /** The end of the feed when the run began, or of the notification's blocks where these were all it had to handle. */
  readonly head: number;
  /** The progress of the stages' consumers. */
  readonly progress: readonly ConsumerProgress[];
}

/** The most positions behind the end at which a background consumer runs with the others. */
const nearby = 1000;

/**
 * Brings consumers to the end that the feed has when the run starts, and no further, so that a steady stream of new
 * blocks starves none. Where the notification's blocks are what every consumer of the first stage has to handle next,
 * they are the end: later ones have notifications of their own. A consumer that fails stops at its checkpoint and does
 * not affect others of its stage; the next notification or the schedule retries it.
 */
export async function runConsumers(stages: Stages, stores: ConsumerStores, options: RunOptions): Promise<RunResult> {
  const { notified = [], background = [], onFailure } = options;
  const [first = []] = stages;
  const seen = async () => contiguousEnd((await stores.feed.head()).position, notified);
  const checkpoints = checkpointsOf(first, stores);
  const [known, read] = await Promise.all([checkpoints, notified.length === 0 ? seen() : undefined]);
  const positions = first.map(({ name }) => known?.get(name)?.position);
  const head = read ?? endOfNext(positions, notified) ?? (await seen());
  const shared = { ...stores, feed: { ...stores.feed, ...sharedReads(stores.feed) } };
  const progress: ConsumerProgress[] = [];
  let end = head;
  for (const stage of stages) {
    const at = stage === first ? known : await checkpointsOf(stage, stores);
    progress.push(...(await runTogether(stage, shared, options, { end, known: at })));
    end = Math.min(head, ...progress.map(({ position }) => position));
  }
  try {
    const far = new Set(await farFrom(head, background, stores.checkpoints));
    const near = background.filter((consumer) => !far.has(consumer));
    await runTogether(near, shared, options, { end: head, known: await checkpointsOf(near, stores) });
  } catch (error) {
    onFailure('The background consumers did not run', error);
  }
  return { head, progress };
}

type Known = ReadonlyMap<string, Checkpoint> | undefined;

/** Reads the checkpoints of a stage in one call; `undefined` when that fails, and each consumer reads its own. */
const checkpointsOf = async (
  consumers: readonly FeedConsumer[],
  { checkpoints }: Pick<ConsumerStores, 'checkpoints'>,
): Promise<Known> =>
  consumers.length === 0
    ? undefined
    : checkpoints.read(consumers.flatMap(({ name, follows = [] }) => [name, ...follows])).catch(() => undefined);

/** Runs consumers concurrently. */
const runTogether = async (
  consumers: readonly FeedConsumer[],
  stores: ConsumerStores,
  options: RunOptions,
  range: Range,
): Promise<ConsumerProgress[]> =>
  Promise.all(consumers.map(async (consumer) => runOne(consumer, stores, options, range)));

interface Range {
  readonly end: number;
  readonly known: Known;
}

/** Runs one consumer up to `end` and the positions of the consumers that it follows. */
async function runOne(
  consumer: FeedConsumer,
  stores: ConsumerStores,
  options: RunOptions,
  { end, known }: Range,
): Promise<ConsumerProgress> {
  const { name, follows = [] } = consumer;
  let read = known;
  try {
    const consumed = await persistently(options.hasTime, async () => {
      const found = read ?? (await stores.checkpoints.read([name, ...follows]));
      read = undefined; // it may have moved by the next attempt
      const from = found.get(name) ?? atStart;
      await handleReleased(consumer, from.released ?? [], stores, options);
      const until = await endFor(consumer, stores.checkpoints, found, end);
      return consumeFeed(consumer, { ...options, ...stores, from, end: until });
    });
    return { consumer: name, ...consumed };
  } catch (error) {
    options.onFailure(`Consumer ${name} stopped`, error);
    return { consumer: name, position: await positionAfterFailure(name, stores, options), quarantined: 0 };
  }
}

/** Retries of a consumer while AWS is unavailable; then it waits for the next notification. */
const attempts = 5;

/** Retries while AWS is unavailable and time is left: the next notification may be a minute away. */
async function persistently<Outcome>(
  hasTime: () => boolean = () => true,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === attempts || !unavailable(error) || !hasTime()) throw error;
      await backOff(tried);
    }
  }
}

/** Handles released positions again; quarantines those that fail once more. */
async function handleReleased(
  consumer: FeedConsumer,
  positions: readonly number[],
  { feed, checkpoints, quarantine }: ConsumerStores,
  { now }: RunOptions,
): Promise<void> {
  const setAside = async (part: string, at: number, error: unknown) =>
    quarantined(part, at, error, { quarantine, now });
  for (const position of positions) {
    const event = await eventAt(feed, position);
    try {
      if (event !== undefined) {
        await consumer.handle([event], async (part, { position: at }, error) => setAside(part, at, error));
      }
    } catch (error) {
      await setAside(consumer.name, position, error);
    }
    await checkpoints.released(consumer.name, position);
  }
}

async function eventAt(feed: Pick<FeedReader, 'read'>, position: number): Promise<PositionedEvent | undefined> {
  const blocks: readonly Block[] = await feed.read(position - 1, 1);
  return blocks.flatMap((block) => eventsAfter(position - 1, block)).find((event) => event.position === position);
}

/** Returns the position of a failed consumer; 0 when it cannot be read, so that no follower passes it. */
async function positionAfterFailure(
  consumer: string,
  { checkpoints }: ConsumerStores,
  { onFailure }: RunOptions,
): Promise<number> {
  try {
    return await checkpoints.position(consumer);
  } catch (error) {
    onFailure(`The progress of ${consumer} is unknown`, error);
    return 0;
  }
}

/** Returns the consumers that are too far from the end to run in the background. */
export async function farFrom(
  head: number,
  consumers: readonly FeedConsumer[],
  checkpoints: Pick<Checkpoints, 'positions'>,
): Promise<FeedConsumer[]> {
  if (consumers.length === 0) return [];
  const positions = await checkpoints.positions(consumers.map(({ name }) => name));
  return consumers.filter(({ name }) => head - (positions.get(name) ?? 0) > nearby);
}
