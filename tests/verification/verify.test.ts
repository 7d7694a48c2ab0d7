/** @module-tag dynamodb */
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { chainHash, type Commit, commitHash } from '#shared/ledger/commit.ts';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { storedRecord } from '#shared/verification/stored-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { freshStores, type Stores } from '#tests/support/tables.ts';
import { type Tampering, tampering } from '#tests/support/tampering.ts';

const relation = 'relation/BGD-PAK';
const dhaka = 'visit/dhaka';
let stores: Stores;

/** Two streams in four blocks: the relation's versions 1 and 2, 3, the visit, the relation's versions 4 and 5. */
beforeEach(async () => {
  stores = await freshStores();
  await recorded(relation, meeting({ summary: 'first' }), meeting({ summary: 'second' }));
  await recorded(relation, meeting({ summary: 'third' }));
  await recorded(dhaka, visit());
  await recorded(relation, meeting({ summary: 'fourth' }), meeting({ summary: 'fifth' }));
});

async function recorded(stream: string, ...events: readonly NewEvent[]): Promise<void> {
  await appending(stores.ledger)({ stream, events });
  const head = await stores.ledger.head(stream);
  await sequence(stores, head === undefined ? [] : [head]);
}

const saying = (words: string) => (commit: Commit) => ({ ...commit, events: commit.events.replace('third', words) });
const rehashed = (commit: Commit) => ({ ...commit, hash: commitHash(commit) });
const swapped = (commit: Commit) => ({
  ...commit,
  events: JSON.stringify((JSON.parse(commit.events) as unknown[]).toReversed()),
});

describe('the record', () => {
  it('is proven, and counted, as it was written', async () => {
    const { hash } = await stores.feed.head();
    const counts = { streams: 2, commits: 4, events: 6, positions: 6, unsequenced: 0, hash };
    expect(await verify(storedRecord(stores))).toEqual(counts);
  });

  it('is proven also while some of it has no position yet, which is counted', async () => {
    await appending(stores.ledger)();
    await appending(stores.ledger)({ stream: 'visit/lahore', events: [visit()] });
    const counts = { streams: 3, commits: 6, events: 8, positions: 6, unsequenced: 2 };
    expect(await verify(storedRecord(stores))).toMatchObject(counts);
  });

  it('without any event is proven too', async () => {
    const counts = { streams: 0, commits: 0, events: 0, positions: 0, unsequenced: 0, hash: '' };
    expect(await verify(storedRecord(await freshStores()))).toEqual(counts);
  });
});

describe('a head that was noted before', () => {
  const removedLast = async (by: Tampering) => {
    const before = { position: 4, hash: (await stores.feed.read(3))[0]?.hash ?? '' };
    await by.removeCommit(relation, 4);
    await by.removeBlock(5);
    await by.putHead(before);
  };

  it('is found again, also once the record has grown', async () => {
    const noted = await stores.feed.head();
    await recorded(dhaka, visit({ modality: 'denied' }));
    expect(await verify(storedRecord(stores), [noted])).toMatchObject({ positions: 7 });
  });

  it('shows that the last events were removed from ledger and feed, which nothing else shows', async () => {
    const noted = await stores.feed.head();
    await removedLast(tampering(stores.client));
    expect(await verify(storedRecord(stores))).toMatchObject({ positions: 4, unsequenced: 0 });
    await expect(verify(storedRecord(stores), [noted])).rejects.toMatchObject({
      message: 'feed position 6: was noted before, and is missing; the feed ends at 4',
    });
  });

  it('shows that the record was written anew', async () => {
    const noted = await stores.feed.head();
    const by = tampering(stores.client);
    await by.rewriteStream(relation, saying('3rd'));
    await by.rewriteFeed((entries) => JSON.parse(JSON.stringify(entries).replace('third', '3rd')));
    expect(await verify(storedRecord(stores))).toMatchObject({ positions: 6, unsequenced: 0 });
    await expect(verify(storedRecord(stores), [noted])).rejects.toMatchObject({
      message: `feed position 6: does not have the hash ${noted.hash} that was noted before`,
    });
  });

  it('ends a block', async () => {
    const within = { position: 5, hash: (await stores.feed.head()).hash };
    await expect(verify(storedRecord(stores), [within])).rejects.toMatchObject({ place: 'feed position 5' });
  });
});

const wrongs: Readonly<Record<string, [tamper: (by: Tampering) => Promise<unknown>, place: string, reason: string]>> = {
  'an event of the ledger was changed': [
    (by) => by.changeCommit(relation, 3, saying('3rd')),
    'relation/BGD-PAK version 3',
    'does not have the hash of what it holds',
  ],
  'the hash of a commit was replaced': [
    (by) => by.changeCommit(relation, 3, (commit) => ({ ...commit, hash: chainHash(commit.hash, '') })),
    'relation/BGD-PAK version 3',
    'does not have the hash of what it holds',
  ],
  'an event was changed together with its hash': [
    (by) => by.changeCommit(relation, 3, (commit) => rehashed(saying('3rd')(commit))),
    'relation/BGD-PAK version 4',
    'is not chained to the commit before',
  ],
  'an event was changed and its whole stream chained anew': [
    (by) => by.rewriteStream(relation, saying('3rd')),
    'relation/BGD-PAK version 5',
    'differs from what the feed has',
  ],
  'a commit in the middle was deleted': [
    (by) => by.removeCommit(relation, 3),
    'relation/BGD-PAK version 4',
    'follows version 2',
  ],
  'a state was changed': [
    (by) => by.changeCommit(relation, 3, (commit) => ({ ...commit, state: '4:[{"last":["severed","1971"]}]' })),
    'relation/BGD-PAK version 3',
    'does not have the hash of what it holds',
  ],
  'the time of a commit was changed': [
    (by) => by.changeCommit(relation, 3, (commit) => ({ ...commit, committedAt: '2025-01-16T00:00:00.000Z' })),
    'relation/BGD-PAK version 3',
    'does not have the hash of what it holds',
  ],
  'the id of a commit was changed': [
    (by) => by.changeCommit(relation, 3, (commit) => ({ ...commit, commitId: 'another' })),
    'relation/BGD-PAK version 3',
    'does not have the hash of what it holds',
  ],
  'a commit was said to be of the first format': [
    (by) => by.changeCommit(relation, 3, ({ format: _format, ...commit }) => commit),
    'relation/BGD-PAK version 3',
    'does not have the hash of what it holds',
  ],
  'a stream has a state that its events do not make, chained anew': [
    (by) => by.rewriteStream(relation, (commit) => ({ ...commit, state: '4:[{"last":["severed","1971"]}]' })),
    'relation/BGD-PAK version 1',
    "does not have the state that the stream's events make",
  ],
  'the time of a stream was changed, chained anew': [
    (by) => by.rewriteStream(dhaka, (commit) => ({ ...commit, committedAt: '2035-01-16T00:00:00.000Z' })),
    'visit/dhaka version 1',
    'holds an event that was not recorded at 2035-01-16T00:00:00.000Z',
  ],
  'the newest commit of a stream was deleted': [
    (by) => by.removeCommit(relation, 4),
    'relation/BGD-PAK version 5',
    'is in the feed but ends no commit of the ledger',
  ],
  'a whole stream was deleted': [
    (by) => by.removeCommit(dhaka, 1),
    'visit/dhaka version 1',
    'is in the feed but ends no commit of the ledger',
  ],
  'the order of two events was changed': [
    (by) => by.changeCommit(relation, 1, swapped),
    'relation/BGD-PAK version 1',
    'does not have the hash of what it holds',
  ],
  'a commit counts more events than it holds': [
    (by) => by.changeCommit(relation, 4, (commit) => rehashed({ ...commit, count: 3 })),
    'relation/BGD-PAK version 4',
    'counts 3 events but holds 2',
  ],
  'a commit was copied into another stream': [
    (by) => by.changeCommit(dhaka, 1, (commit) => ({ ...commit, stream: 'visit/lahore' })),
    'visit/lahore version 1',
    'is not chained to the commit before',
  ],
  'an entry of the feed was changed': [
    (by) => by.changeBlock(3, (block) => ({ ...block, entries: block.entries.replace('third', '3rd') })),
    'feed position 3',
    'does not have the hash of its entries',
  ],
  'the hash of a block was replaced': [
    (by) => by.changeBlock(3, (block) => ({ ...block, hash: chainHash(block.hash, '') })),
    'feed position 3',
    'does not have the hash of its entries',
  ],
  'a block was changed together with its hash': [
    (by) =>
      by.changeBlock(3, (block) => {
        const entries = block.entries.replace('third', '3rd');
        return { ...block, entries, hash: chainHash(block.previousHash, entries) };
      }),
    'feed position 4',
    'is not chained to the block before',
  ],
  'a block counts more events than it holds': [
    (by) => by.changeBlock(3, (block) => ({ ...block, count: 2 })),
    'feed position 3',
    'counts 2 events but holds 1',
  ],
  'a block in the middle was deleted': [(by) => by.removeBlock(3), 'feed position 4', 'follows position 2'],
  'a position was left out': [(by) => by.moveBlock(5, 6), 'feed position 6', 'follows position 4'],
  'the last block was deleted': [(by) => by.removeBlock(5), 'feed position 5', "is missing; the feed's head is at 6"],
  'the head of the feed was replaced': [
    (by) => by.putHead({ position: 6, hash: 'another' }),
    'feed position 5',
    "does not have the hash of the feed's head",
  ],
  'the feed tells another story than the ledger': [
    (by) => by.rewriteFeed((entries) => JSON.parse(JSON.stringify(entries).replace('third', '3rd'))),
    'relation/BGD-PAK version 5',
    'differs from what the feed has',
  ],
  'the feed has a commit that the ledger lacks': [
    (by) => by.rewriteFeed((entries) => [...entries, { stream: 'visit/lahore', version: 1, events: [visit()] }]),
    'visit/lahore version 1',
    'is in the feed but ends no commit of the ledger',
  ],
  'the feed has the commits of a stream in another order': [
    (by) => by.rewriteFeed(([first, second, ...rest]) => [second, first, ...rest].flatMap((entry) => entry ?? [])),
    'feed position 1',
    'has relation/BGD-PAK version 3 after version 0',
  ],
  'the feed has a commit twice': [
    (by) => by.rewriteFeed(([first, ...rest]) => [first, first, ...rest].flatMap((entry) => entry ?? [])),
    'feed position 3',
    'has relation/BGD-PAK version 1 after version 2',
  ],
};

describe('the record is broken, and the place is named, when', () => {
  it.each(Object.entries(wrongs))('%s', async (_, [tamper, place, reason]) => {
    await tamper(tampering(stores.client));
    await expect(verify(storedRecord(stores))).rejects.toMatchObject({
      name: 'RecordBroken',
      place,
      message: `${place}: ${reason}`,
    });
  });
});
