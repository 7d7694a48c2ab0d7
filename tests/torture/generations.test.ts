import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsAfter } from '#shared/feed/blocks/block.ts';
import { consumeFeed, type FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { backgroundGenerations, projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { GenerationRefused, NoSuchGeneration } from '#shared/projections/generations/generation-errors.ts';
import { servingBy, servingNow } from '#shared/projections/generations/generation-registry.ts';
import { generationsOf } from '#shared/projections/generations/generations.ts';
import { drop, promote, rebuild } from '#shared/projections/generations/manage-generations.ts';
import { completeTo } from '#shared/projections/engine/projection-progress.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { regroup } from '#shared/projections/generations/regroup.ts';
import { removeGenerations } from '#shared/projections/generations/remove-generations.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import type { ContractStores } from '#tests/support/store-contract.ts';
import { freshStores } from '#tests/support/tables.ts';
import { Killed, maxFailures, mortal, randomFrom } from '#tests/support/mortal.ts';

const projected = ['timeline', 'events', 'contacts'];
const dyad = 'BGD-PAK';
const risk = 0.02;
/** Seconds that a query waits for killed projectors: on a busy machine, more than a client may ask for. */
const patience = 120;

/** A process that may be killed, or refused, without anybody minding. */
const bold = async (run: () => Promise<unknown>): Promise<void> => {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Killed || error instanceof GenerationRefused || error instanceof NoSuchGeneration))
      throw error;
  }
};

/**
 * Writers, projectors, rebuilders, operators and readers at the same time; all but the readers are killed now and then.
 */
async function survives(stores: ContractStores, appends: number, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const any = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  /** An hour passes between two looks at the time: what a killed process began counts as unfinished the next time. */
  let hours = 0;
  const now = () => new Date((hours += 1) * 3_600_000);
  /** The ports of a process that is killed now and then, and stays dead. */
  const portsOf =
    (process = { dead: false }) =>
    <Port extends object>(one: Port): Port =>
      mortal(one, random, risk, process);
  const behind = async (consumer: FeedConsumer, follows: readonly string[], port: ReturnType<typeof portsOf>) => {
    const checkpoints = port(stores.checkpoints);
    const found = await checkpoints.read([consumer.name, ...follows]);
    const end = Math.min(Infinity, ...follows.map((name) => found.get(name)?.position ?? 0));
    const { quarantine } = stores;
    await consumeFeed(consumer, {
      feed: port(stores.feed),
      checkpoints,
      quarantine,
      from: found.get(consumer.name),
      end,
      now,
      maxFailures,
    });
  };
  const projectOnce = async () => {
    const port = portsOf();
    const decisions = await regroup({ registry: port(stores.registry), checkpoints: port(stores.checkpoints) });
    const stages = projectionStages(
      { readModels: port(stores.readModels), registry: port(stores.registry) },
      decisions,
    );
    const ahead: string[] = [];
    for (const stage of stages) {
      await Promise.all(stage.map(async (consumer) => behind(consumer, [...ahead], port)));
      ahead.push(...stage.map(({ name }) => name));
    }
  };
  const rebuildOnce = async () => {
    const port = portsOf();
    const builds = backgroundGenerations(
      { readModels: port(stores.readModels), registry: port(stores.registry) },
      await stores.registry.read(),
    );
    for (const build of builds) await behind(build, build.follows ?? [], port);
    await removeGenerations(
      { ...stores, registry: port(stores.registry), rows: port(stores.rows) },
      () => random() < 0.8,
    );
  };
  const seen = { promotions: 0, reads: 0 };
  const operateOnce = async () => {
    const port = portsOf();
    const ports = { ...stores, registry: port(stores.registry), checkpoints: port(stores.checkpoints) };
    const name = any(projected) ?? '';
    const build = any(generationsOf(await stores.registry.read(), name)) ?? '';
    if (random() < 0.3) await rebuild(ports, name);
    else if (random() < 0.2) await drop(ports, name, build);
    else if ((await promote(ports, name, build)).replaced !== build) seen.promotions += 1;
  };

  const serving = servingNow(stores.registry);
  /**
   * Reads as a query does: everything up to the end of the feed is there, and all of it out of one build of each
   * projection.
   */
  const readOnce = async () => {
    const { position } = await stores.feed.head();
    const { serving: served, upTo } = await completeTo(position, projected, { ...stores, serving }, patience);
    const used = new Set<string>();
    const watched: Pick<ReadModels, 'load' | 'rows' | 'whole'> = {
      load: async (keys) => stores.readModels.load(keys),
      whole: (partitions, range) => stores.readModels.whole(partitions, range),
      rows: (range) => (used.add(range.partition.split('/')[0] ?? ''), stores.readModels.rows(range)),
    };
    const page = await readTimeline(servedReadModels(watched, served, upTo), { dyad, order: 'oldest', limit: 4999 });
    const positions = page.items.map((entry) => entry.position).filter((at) => at <= position);
    expect(positions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: position }, (_, index) => index + 1));
    expect([...used]).toEqual([served('timeline')]);
    seen.reads += 1;
  };

  const [written, read] = [new AbortController(), new AbortController()];
  const until = async ({ signal }: AbortController, work: () => Promise<void>): Promise<void> => {
    while (!signal.aborted) {
      await bold(work);
      await new Promise(setImmediate);
    }
  };
  // Projectors go on until the last reader has what it waits for.
  const projectors = [projectOnce, projectOnce].map(async (work) => until(read, work));
  const others = [rebuildOnce, rebuildOnce, operateOnce, operateOnce].map(async (work) => until(written, work));
  const reader = until(written, readOnce).finally(() => read.abort());
  const write = async () => {
    for (let count = 0; count < appends || Math.min(seen.promotions, seen.reads) < 3; count += 1) {
      if (read.signal.aborted) return; // the reader failed
      await appending(stores.ledger)({ events: [meeting({ summary: `Meeting ${count}` })] });
      await sweep(stores, 1000);
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    }
  };
  const writer = write().finally(() => written.abort());
  await Promise.all([writer, reader, ...projectors, ...others]);

  const decisions = await regroup(stores);
  const stages = projectionStages(stores, decisions);
  for (const consumer of [...stages.flat(), ...backgroundGenerations(stores, decisions)])
    await consumeFeed(consumer, { ...stores, maxFailures });
  const recorded = (await Array.fromAsync(allBlocks(stores.feed))).flatMap((block) => eventsAfter(0, block));
  const replayed = inMemoryStores().readModels;
  await projectEvents({ readModels: replayed }, recorded);
  const expected = (await readTimeline(replayed, { dyad, order: 'oldest', limit: 4999 })).items;
  const served = servedReadModels(stores.readModels, servingBy(decisions));
  expect((await readTimeline(served, { dyad, order: 'oldest', limit: 4999 })).items).toEqual(expected);
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('builds that are made, promoted and dropped while events flow, by processes that are killed at every await', () => {
  it('never let a query miss what it asks for, or see two builds at once', { timeout: 480_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => survives(inMemoryStores(), 60, seed)),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('do not on DynamoDB either', { tags: ['dynamodb'], timeout: 480_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => survives(await freshStores(), 15, seed)),
      { numRuns: 1, endOnFailure: true },
    );
  });

  it('are gone when they were dropped, though whoever removes them is killed and out of time again and again', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const stores = inMemoryStores();
        const random = randomFrom(seed);
        for (let count = 0; count < 5; count += 1) await appending(stores.ledger)();
        await sweep(stores, 1000);
        const build = await rebuild(stores, 'timeline');
        for (const one of backgroundGenerations(stores, await stores.registry.read()))
          await consumeFeed({ ...one, follows: [] }, stores);
        await drop(stores, 'timeline', build);
        const now = () => new Date(Date.now() + 200_000);
        const [registry, checkpoints, rows] = [
          mortal(stores.registry, random, 0.2),
          mortal(stores.checkpoints, random, 0.2),
          mortal(stores.rows, random, 0.2),
        ];
        while (await drop(stores, 'timeline', build))
          await bold(async () => removeGenerations({ registry, checkpoints, rows, now }, () => random() < 0.7));
        expect((await stores.rows.page(`${build}/`)).rows).toEqual([]);
        expect(await stores.checkpoints.position(build)).toBe(0);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});
