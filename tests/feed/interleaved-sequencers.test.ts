import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFeed, entriesOf, headAfter } from '#shared/feed/blocks/block.ts';
import type { FeedWriter } from '#shared/feed/feed.ts';
import { sequence, sweep } from '#shared/feed/sequencer/sequence.ts';
import { chainHash, type Commit, genesisHash } from '#shared/ledger/commit.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { randomFrom } from '#tests/support/mortal.ts';
import { mortalProcess } from '#tests/support/simulation/mortal-process.ts';
import { simulate } from '#tests/support/simulation/simulate.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

const streams = ['visit/a', 'visit/b', 'visit/c', 'visit/d', 'visit/e', 'visit/f'];
const commitsEach = 12;

/** A call failed, of a process that goes on. */
class CallFailed extends Error {}

/** The commits of all streams, of one to three events each, in the order in which they are recorded. */
function history(random: () => number): Commit[] {
  const ends = new Map<string, Commit>();
  const left = streams.flatMap((stream) => Array.from({ length: commitsEach }, () => stream));
  return left.map((_, index) => {
    const [stream = ''] = left.splice(Math.floor(random() * left.length), 1, left[0] ?? '');
    const before = ends.get(stream);
    const version = (before?.version ?? 1) + (before?.count ?? 0);
    const count = 1 + Math.floor(random() * 3);
    const events = JSON.stringify(Array.from({ length: count }, (__, n) => ({ n: version + n })));
    const previousHash = before?.hash ?? genesisHash(stream);
    const hash = chainHash(previousHash, events);
    const committedAt = new Date(index).toISOString();
    const commit: Commit = { stream, version, count, events, previousHash, hash, commitId: `${index}`, state: '', committedAt }; // prettier-ignore
    ends.set(stream, commit);
    return commit;
  });
}

/**
 * Sequencers that overlap at every await, whose calls last from nothing to seconds, that fail now and then, and who are
 * killed at any moment.
 */
async function survives(seed: number, sequencers: number): Promise<void> {
  const random = randomFrom(seed);
  const clock = virtualTime();
  const stores = inMemoryStores();
  const { slow } = simulate({ clock, jitter: 1, random });
  const timing = { pause: clock.pause, random };
  const now = () => (random() < 0.1 ? random() * 2000 : random() * 10);
  const feed: FeedWriter = slow(stores.feed, {
    complete: now,
    blocksAfter: now,
    streamEnds: now,
    put: now,
    writeRows: now,
    moveComplete: now,
  });
  const ledger = slow(stores.ledger, { commits: 'read' });
  const all = history(random);
  const notices: Commit[] = [];

  const write = async (): Promise<void> => {
    for (const commit of all) {
      await stores.ledger.put(commit);
      if (random() < 0.8) notices.push(commit);
      await clock.pause(random() * 40);
    }
  };
  const some = (): Commit[] =>
    Array.from({ length: 1 + Math.floor(random() * 8) }, () => notices[Math.floor(random() * notices.length)]).flatMap(
      (commit) => commit ?? [],
    );
  /** Rows reach the table one by one, some of them long after the others. */
  const rowByRow = (port: FeedWriter): FeedWriter => ({
    ...port,
    writeRows: async (rows) => void (await Promise.all(rows.map(async (row) => port.writeRows([row])))),
    streamEnds: async (notified) => {
      const ends = await Promise.all([...notified].map(async (entry) => port.streamEnds(new Map([entry]))));
      return new Map(ends.flatMap((end) => [...end]));
    },
  });
  /** Calls that fail now and then, before or after their effect, while the process goes on. */
  const flaky = (port: FeedWriter): FeedWriter =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...parameters: unknown[]): Promise<unknown> => {
          if (random() < 0.03) throw new CallFailed('before its effect');
          const result: unknown = await Reflect.apply(member, target, parameters);
          if (random() < 0.03) throw new CallFailed('after its effect');
          return result;
        };
      },
    });
  const state = { isWriting: true };
  const keepSequencing = async (): Promise<void> => {
    while (state.isWriting) {
      const process = mortalProcess(clock, clock.now() + (random() < 0.5 ? random() * 60 : 1000));
      const ports = {
        feed: process.of(flaky(rowByRow(feed))),
        ledger: process.of(ledger),
        quarantine: stores.quarantine,
      };
      await process.run(async () => {
        for (let run = 0; run < 3; run += 1) {
          await sequence(ports, some(), { timing, bytesPerBlock: 200 }).catch((error: unknown) => {
            if (!(error instanceof CallFailed)) throw error;
          });
        }
      });
      await clock.pause(random() * 20);
    }
  };
  await clock.run(async () => {
    const working = Array.from({ length: sequencers }, keepSequencing);
    await write();
    state.isWriting = false;
    await Promise.all(working);
    await sweep(stores, 1, { timing });
    await clock.pause(10_000); // the last effects of those who were killed
  });
  await expectWhole(stores, all);
}

async function expectWhole(stores: ReturnType<typeof inMemoryStores>, all: readonly Commit[]): Promise<void> {
  const blocks = await Array.fromAsync(allBlocks(stores.feed));
  const last = blocks.at(-1);
  expect(last && headAfter(last)).toEqual(await stores.feed.complete());
  const sequenced = blocks.flatMap(entriesOf).map(({ stream, version }) => ({ stream, version }));
  for (const stream of streams) {
    const versions = (commits: readonly Pick<Commit, 'stream' | 'version'>[]) =>
      commits.filter((commit) => commit.stream === stream).map(({ version }) => version);
    expect(versions(sequenced)).toEqual(versions(all));
  }
  expect(sequenced).toHaveLength(all.length);
  let head = emptyFeed;
  for (const block of blocks) {
    expect([block.position, block.previousHash]).toEqual([head.position + 1, head.hash]);
    expect(block.hash).toBe(chainHash(head.hash, block.entries));
    head = headAfter(block);
  }
  let position = 0;
  for (const { stream, version, events: held } of blocks.flatMap(entriesOf)) {
    for (const index of held.keys()) {
      position += 1;
      expect(await stores.feed.positionOf(stream, version + index)).toBe(position);
    }
  }
  expect((await stores.quarantine.list({ limit: 1 })).items).toEqual([]);
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('sequencers at the same time, killed at any moment, with calls that fail and notices lost, repeated and shuffled', () => {
  for (const [sequencers, numRuns] of [
    [1, 50],
    [2, 100],
    [3, 150],
  ] as const) {
    // prettier-ignore
    it(`give every commit one place, in its stream's order, without a gap: ${sequencers} of them`, async () => {
      await fc.assert(fc.asyncProperty(seeds, async (seed) => survives(seed, sequencers)), { numRuns });
    });
  }
});
