import { beforeEach, describe, expect, it } from 'vitest';
import { type Block, type FeedHead } from '#shared/feed/blocks/block.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { type Commit, commitHash } from '#shared/ledger/commit.ts';
import { newBlocksPerRun, oldBlocksPerHour, type VerificationPorts, verifyOn } from '#shared/verification/verify-on.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

const relation = 'relation/BGD-PAK';
let stores: ReturnType<typeof inMemoryStores>;
let time: Date;
let noted: FeedHead[];
let forge: (commit: Commit) => Commit | undefined;
let forgeBlock: (block: Block) => Block;
let ports: VerificationPorts;

/** One run, as each minute; gives what it found, if anything. */
const run = async (hasTime = () => true) => (await verifyOn(ports, hasTime))?.message;
const progress = async () => stores.verification.read();
const at = (text: string) => void (time = new Date(`2025-01-20T${text}:00.000Z`));
const record = async (stream = relation, events: readonly NewEvent[] = [meeting()]): Promise<void> => {
  await appending(stores.ledger)({ stream, events });
  const head = await stores.ledger.head(stream);
  await sequence(stores, head === undefined ? [] : [head]);
};
const rehashed = (commit: Commit): Commit => ({ ...commit, hash: commitHash(commit) });
const recordTimes = async (times: number): Promise<void> => {
  for (let done = 0; done < times; done += 1) await record();
};
const changed = (commit: Commit): Commit => ({ ...commit, events: commit.events.replace('recordedBy', 'recordedBi') });
const only = (version: number, change: (commit: Commit) => Commit | undefined) => (commit: Commit) =>
  commit.version === version ? change(commit) : commit;

beforeEach(() => {
  stores = inMemoryStores();
  noted = [];
  forge = (commit) => commit;
  forgeBlock = (block) => block;
  at('09:30');
  ports = {
    feed: {
      head: async () => stores.feed.head(),
      read: async (after, atMost) => (await stores.feed.read(after, atMost)).map((block) => forgeBlock(block)),
    },
    ledger: {
      async *commits(stream, range) {
        for await (const commit of stores.ledger.commits(stream, range)) {
          const forged = forge(commit);
          if (forged !== undefined) yield forged;
        }
      },
    },
    progress: stores.verification,
    now: () => time,
    noteHead: async (head) => void noted.push(head),
  };
});

describe('a run of the scheduled verification', () => {
  it('writes nothing while there is nothing to verify', async () => {
    expect(await run()).toBeUndefined();
    expect([await progress(), noted]).toEqual([undefined, []]);
  });

  it('verifies what was recorded since the last one, and reads nothing else', async () => {
    await record(relation, [meeting(), meeting()]);
    await record('visit/dhaka', [visit()]);
    expect(await run()).toBeUndefined();
    expect(await progress()).toMatchObject({ verified: await stores.feed.head(), verifiedAt: time.toISOString() });
    await record();
    const read: number[] = [];
    const before = ports.feed;
    ports = {
      ...ports,
      feed: { ...before, read: async (after, most) => (read.push(after), before.read(after, most)) },
    };
    expect(await run()).toBeUndefined();
    expect([(await progress())?.verified.position, read]).toEqual([4, [3, 4]]);
  });

  it.each<[string, (commit: Commit) => Commit | undefined, string]>([
    ['changed', only(2, changed), 'relation/BGD-PAK version 2: does not have the hash of what it holds'],
    [
      'changed with its hash',
      only(2, (one) => rehashed(changed(one))),
      'relation/BGD-PAK version 2: differs from what the feed has',
    ],
    ['removed', only(2, () => undefined), 'relation/BGD-PAK version 3: follows version 1'],
    [
      'removed at the end',
      only(3, () => undefined),
      'relation/BGD-PAK version 3: is in the feed but not in the ledger',
    ],
    [
      'replaced by another state',
      only(3, (one) => ({ ...one, state: '{}' })),
      'relation/BGD-PAK version 3: does not have the hash of what it holds',
    ],
  ])('notices within one run that a new commit was %s', async (_, forging, message) => {
    await recordTimes(3);
    forge = forging;
    expect(await run()).toBe(message);
    expect((await progress())?.violation).toMatchObject({ place: message.split(':')[0], foundAt: time.toISOString() });
  });

  it.each<[string, (block: Block) => Block, string]>([
    [
      'its entries',
      (block) => ({ ...block, entries: block.entries.replace('recordedBy', 'recordedBi') }),
      'feed position 2: does not have the hash of its entries',
    ],
    [
      'its chain',
      (block) => ({ ...block, previousHash: 'other' }),
      'feed position 2: is not chained to the block before',
    ],
    ['its count', (block) => ({ ...block, count: 2 }), 'feed position 2: counts 2 events but holds 1'],
    ['its position', (block) => ({ ...block, position: 3 }), 'feed position 3: follows position 1'],
  ])('notices within one run that a new block was changed: %s', async (_, change, message) => {
    await recordTimes(2);
    forgeBlock = (block) => (block.position === 2 ? change(block) : block);
    expect(await run()).toBe(message);
    expect((await progress())?.verified.position).toBe(1);
  });

  it('notices that the feed has become shorter, or other, than it was verified', async () => {
    await recordTimes(2);
    await run();
    const { head } = ports.feed;
    ports = { ...ports, feed: { ...ports.feed, head: async () => ({ position: 1, hash: 'hash' }) } };
    expect(await run()).toBe('feed position 2: was verified before, and is missing; the feed ends at 1');
    ports = { ...ports, feed: { ...ports.feed, head: async () => ({ position: 2, hash: 'other' }) } };
    expect(await run()).toMatch(/^feed position 2: does not have the hash .* that it was verified with$/);
    ports = { ...ports, feed: { ...ports.feed, head } };
    expect([await run(), (await progress())?.violation]).toEqual([undefined, undefined]);
  });

  it('takes a record that cannot be read for broken, and a store that cannot be reached for nothing', async () => {
    await record();
    const { feed } = ports;
    ports = { ...ports, feed: { ...feed, read: async () => Promise.reject(new Error('no zstd')) } };
    expect(await run()).toBe('feed position 1: cannot be read: Error: no zstd');
    const throttled = Object.assign(new Error('too fast'), { name: 'ThrottlingException', $metadata: {} });
    ports = { ...ports, feed: { ...feed, read: async () => Promise.reject(throttled) } };
    await expect(run()).rejects.toThrow('too fast');
  });

  it('reports a violation again in each run, with the time at which it was found, until it is mended', async () => {
    await record();
    forge = changed;
    const first = await run();
    at('09:31');
    expect(await run()).toBe(first);
    expect((await progress())?.violation?.foundAt).toBe('2025-01-20T09:30:00.000Z');
    forge = (commit) => commit;
    expect(await run()).toBeUndefined();
    expect(await progress()).not.toHaveProperty('violation');
  });

  it('takes so many new blocks at most, and stops when its time is over', async () => {
    for (let block = 0; block <= newBlocksPerRun; block += 1) await record();
    let left = 3;
    expect(await run(() => left-- > 0)).toBeUndefined();
    const stopped = (await progress())?.verified.position ?? 0;
    expect(stopped).toBeLessThan(4);
    stores.verification = inMemoryStores().verification;
    ports = { ...ports, progress: stores.verification };
    await run();
    expect((await progress())?.verified.position).toBe(newBlocksPerRun);
    await run();
    expect((await progress())?.verified.position).toBe(newBlocksPerRun + 1);
  });
});

describe('once an hour the scheduled verification', () => {
  it('notes its head, once, and only when there is something new', async () => {
    await record();
    for (const minute of ['09:30', '09:31', '09:59', '10:00']) {
      at(minute);
      await run();
    }
    expect(noted).toEqual([await stores.feed.head()]);
    await record();
    at('10:59');
    await run();
    expect(noted).toHaveLength(1);
    at('11:00');
    await run();
    expect(noted.map(({ position }) => position)).toEqual([1, 2]);
  });

  it('notes no head of a record that is broken', async () => {
    await record();
    forge = changed;
    await run();
    expect(noted).toEqual([]);
  });

  it('tries again in the next run when the head could not be noted, and keeps what it has verified', async () => {
    await record();
    const { noteHead } = ports;
    ports = { ...ports, noteHead: async () => Promise.reject(new Error('the bucket is gone')) };
    await expect(run()).rejects.toThrow('the bucket is gone');
    expect((await progress())?.verified.position).toBe(1);
    ports = { ...ports, noteHead };
    await run();
    expect(noted).toHaveLength(1);
  });

  it('verifies a part of the old record once more, round and round', async () => {
    for (let block = 0; block <= oldBlocksPerHour; block += 1) await record();
    const rounds: unknown[] = [];
    for (const hour of ['09', '10', '11', '12']) {
      at(`${hour}:00`);
      expect(await run()).toBeUndefined();
      const { round, roundEndedAt } = (await progress()) ?? {};
      rounds.push([round?.position, roundEndedAt?.slice(11, 13)]);
    }
    const all = oldBlocksPerHour + 1;
    expect(rounds).toEqual([
      [all - 1, undefined],
      [all, '10'],
      [all - 1, '10'],
      [all, '12'],
    ]);
  });

  it('notices by the round that what was verified before was changed', async () => {
    await recordTimes(3);
    await run();
    forge = only(2, (commit) => rehashed(changed(commit)));
    at('09:59');
    expect(await run()).toBeUndefined();
    at('10:00');
    expect(await run()).toBe('relation/BGD-PAK version 2: differs from what the feed has');
    at('10:01');
    expect(await run()).toBe('relation/BGD-PAK version 2: differs from what the feed has');
    expect(noted).toHaveLength(1);
  });

  it('notices by the round that feed and ledger were written anew together', async () => {
    await record();
    await run();
    const other = inMemoryStores();
    await appending(other.ledger)({ stream: relation, events: [meeting({ summary: 'another' })] });
    const commit = await other.ledger.head(relation);
    await sequence(other, commit === undefined ? [] : [commit]);
    ports = { ...ports, feed: { ...other.feed, head: async () => stores.feed.head() }, ledger: other.ledger };
    at('10:00');
    expect(await run()).toMatch(/^feed position 1: does not have the hash .* that was noted before$/);
  });
});
