/** @module-tag dynamodb */
import { beforeEach, describe, expect, it } from 'vitest';
import { blockBytes, entriesOf } from '#shared/feed/blocks/block.ts';
import { sequence, sweep } from '#shared/feed/sequencer/sequence.ts';
import { type Commit, commitHash } from '#shared/ledger/commit.ts';
import { itemOf } from '#shared/ledger/commit-item.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { type Stores, freshStores } from '#tests/support/tables.ts';
import { tampering } from '#tests/support/tampering.ts';

const relation = 'relation/BGD-PAK';
const dhaka = 'visit/dhaka';
let stores: Stores;
let all: readonly Commit[];

/** Three commits of a relation, and one of a visit. */
beforeEach(async () => {
  stores = await freshStores();
  const append = appending(stores.ledger);
  for (const summary of ['first', 'second', 'third']) await append({ events: [meeting({ summary })] });
  await append({ stream: dhaka, events: [visit()] });
  ({ commits: all } = await stores.walk.page());
});

const order = async () =>
  (await Array.fromAsync(allBlocks(stores.feed)))
    .flatMap(entriesOf)
    .map(({ stream, version }) => `${stream} ${version}`);

const quarantined = async () =>
  (await stores.quarantine.list({ limit: 10 })).items.map(
    ({ consumer, item, reason }) => `${consumer} ${item}: ${reason}`,
  );

const rehashed = (commit: Commit): Commit => ({ ...commit, hash: commitHash(commit) });
const rechained = (commit: Commit, events: string): Commit => rehashed({ ...commit, events });

const wrongs: Readonly<Record<string, [change: (commit: Commit) => Commit, reason: string]>> = {
  'a forged hash': [(commit) => ({ ...commit, hash: 'forged' }), 'does not have the hash of what it holds'],
  'another chain': [(commit) => ({ ...commit, previousHash: 'forged' }), 'is not chained to the commit before'],
  'changed events': [
    (commit) => ({ ...commit, events: commit.events.replace('second', '2nd') }),
    'does not have the hash of what it holds',
  ],
  'a wrong count': [(commit) => rehashed({ ...commit, count: 2 }), 'counts 2 events but holds 1'],
  'no events': [(commit) => rehashed({ ...commit, events: '[]', count: 0 }), 'counts 0 events but holds 0'],
  'broken JSON': [
    (commit) => rechained(commit, `${commit.events}]`),
    'holds events that are not a canonical JSON array',
  ],
  'JSON with white space': [
    (commit) => rechained(commit, commit.events.replace('[', '[ ')),
    'holds events that are not a canonical JSON array',
  ],
  'events that are no objects': [
    (commit) => rechained(commit, '[1]'),
    'holds events that are not a canonical JSON array',
  ],
  'more bytes than a block holds': [
    (commit) => rechained(commit, JSON.stringify([{ text: 'x'.repeat(blockBytes) }])),
    'bytes of a block, which holds 307200',
  ],
};

describe('a commit of the ledger', () => {
  for (const [what, [change, reason]] of Object.entries(wrongs)) {
    it(`with ${what} is set aside, its stream waits, and all others go on`, async () => {
      await tampering(stores.client).changeCommit(relation, 2, change);
      const { commits } = await stores.walk.page();
      const done = await sequence(stores, commits);
      expect((await order()).toSorted()).toEqual([`${relation} 1`, `${dhaka} 1`]);
      expect(done.quarantined.map(({ stream, version }) => `${stream} ${version}`)).toEqual([`${relation} 2`]);
      const [only = '', ...more] = await quarantined();
      expect(more).toEqual([]);
      expect(only).toContain(`sequence ${relation}#2: The commit at version 2`);
      expect(only).toContain(reason);
    });
  }

  it('that is missing before a later one keeps its stream waiting', async () => {
    await tampering(stores.client).removeCommit(relation, 2);
    await sequence(stores, all.filter(({ version }) => version !== 2)); // prettier-ignore
    expect((await order()).toSorted()).toEqual([`${relation} 1`, `${dhaka} 1`]);
    expect(await quarantined()).toEqual([`sequence ${relation}#2: The commit at version 3 follows version 1`]);
  });

  it('that is no commit at all is set aside, and the sweep goes on past it', async () => {
    const [second] = all.filter(({ stream, version }) => stream === relation && version === 2);
    if (second === undefined) throw new Error('There is no second commit');
    const { events: _, ...item } = itemOf(second);
    await tampering(stores.client).putItem('Ledger', item);
    await sweep(stores, 1);
    expect((await order()).toSorted()).toEqual([`${relation} 1`, `${dhaka} 1`]);
    expect(await quarantined()).toEqual([`sequence ${relation}#2: MalformedCommit: Ledger item without events`]);
  });

  it('is sequenced once it is mended', async () => {
    const by = tampering(stores.client);
    await by.changeCommit(relation, 2, (commit) => ({ ...commit, hash: 'forged' }));
    await sweep(stores, 1);
    const [second] = all.filter(({ stream, version }) => stream === relation && version === 2);
    await by.changeCommit(relation, 2, (commit) => ({ ...commit, hash: second?.hash ?? '' }));
    await sweep(stores, 1);
    expect((await order()).toSorted()).toEqual([...[1, 2, 3].map((version) => `${relation} ${version}`), `${dhaka} 1`]);
  });

  it('is read in the ledger where the notice brought something else', async () => {
    const forged = all.map((commit) => (commit.version === 2 ? { ...commit, hash: 'forged' } : commit));
    await sequence(stores, forged);
    expect(await order()).toHaveLength(4);
    expect(await quarantined()).toEqual([]);
  });

  it('of the first format keeps its place in its stream when the clock ran backwards', async () => {
    await tampering(stores.client).rewriteStream(relation, (commit) => {
      const { format, ...first } = commit;
      expect(format).toBe(2);
      return commit.version === 2 ? { ...first, committedAt: '2001-01-01T00:00:00.000Z' } : first;
    });
    await sequence(stores, (await stores.walk.page()).commits);
    const versions = (await order()).filter((entry) => entry.startsWith(relation));
    expect(versions).toEqual([1, 2, 3].map((version) => `${relation} ${version}`));
  });
});
