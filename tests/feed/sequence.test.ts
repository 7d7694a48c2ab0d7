/** @module-tag dynamodb */
import { beforeEach, describe, expect, it } from 'vitest';
import { entriesOf } from '#shared/feed/blocks/block.ts';
import { sequence, sweep } from '#shared/feed/sequencer/sequence.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { allBlocks, storedRecord } from '#shared/verification/stored-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { freshStores, type Stores } from '#tests/support/tables.ts';

let stores: Stores;
let append: ReturnType<typeof appending>;

beforeEach(async () => {
  stores = await freshStores();
  append = appending(stores.ledger);
});

const commits = async (stream = 'relation/BGD-PAK'): Promise<Commit[]> =>
  Array.fromAsync(stores.ledger.commits(stream, { direction: 'forward' }));

const order = async (): Promise<string[]> =>
  (await Array.fromAsync(allBlocks(stores.feed)))
    .flatMap(entriesOf)
    .flatMap(({ stream, version, events }) => events.map((_, index) => `${stream} ${version + index}`));

const relation = (a: string, b: string) => ({
  stream: `relation/${a}-${b}`,
  events: [meeting({ participants: [a, b].map((party) => ({ party, role: 'participant' })) })],
});

describe('the sequencer', () => {
  it('gives commits the next positions, in the order of their recording', async () => {
    await append(relation('IND', 'PAK'));
    await append(relation('BGD', 'IND'));
    await append(relation('IND', 'PAK'));
    const woken = [...(await commits('relation/BGD-IND')), ...(await commits('relation/IND-PAK'))];
    await sequence(stores, woken);
    expect(await order()).toEqual(
      woken
        .toSorted((a, b) => (a.committedAt + a.stream < b.committedAt + b.stream ? -1 : 1))
        .map(({ stream, version }) => `${stream} ${version}`),
    );
  });

  it('takes what came before an early wake-up from the ledger', async () => {
    for (let count = 0; count < 3; count += 1) await append();
    const [, , third] = await commits();
    await sequence(stores, third ? [third] : []);
    expect(await order()).toEqual(['relation/BGD-PAK 1', 'relation/BGD-PAK 2', 'relation/BGD-PAK 3']);
  });

  it('skips what it has sequenced already', async () => {
    await append();
    const woken = await commits();
    await sequence(stores, woken);
    await sequence(stores, [...woken, ...woken]);
    expect(await order()).toEqual(['relation/BGD-PAK 1']);
  });

  it('sequences each commit once when several sequencers work at the same time', async () => {
    for (let count = 0; count < 20; count += 1) await append();
    const woken = await commits();
    await Promise.all([1, 2, 3, 4].map(async (of) => sequence(stores, woken.slice(of))));
    expect(await order()).toEqual(woken.map(({ version }) => `relation/BGD-PAK ${version}`));
  });

  it('sequences many streams, and puts more bytes than one block holds into several blocks', async () => {
    const summary = 'x'.repeat(60_000);
    for (let count = 0; count < 6; count += 1)
      await append({ events: [meeting({ summary: 'x' }), { ...meeting(), summary }, { ...meeting(), summary }] });
    const visits = Array.from({ length: 120 }, (_, index) => `visit/v${index}`);
    await Promise.all(visits.map(async (stream) => append({ stream, events: [{ ...meeting(), type: 'VisitConducted' as const, participants: [{ party: 'BGD', role: 'visitor' }, { party: 'PAK', role: 'host' }] }] }))); // prettier-ignore
    const { next, commits: all } = await stores.walk.page();
    expect(next).toBeUndefined();
    await sequence(stores, all);
    const verified = await verify(storedRecord(stores));
    expect(verified).toMatchObject({ streams: 121, commits: 126, events: 138, positions: 138, unsequenced: 0 });
  });

  it('names the stream that it could not read, and sequences the others', async () => {
    await append();
    await append(relation('IND', 'PAK'));
    const throttled = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    const ledger = {
      async *commits() {
        yield* [];
        throw throttled;
      },
    };
    const early = { stream: 'relation/BGD-PAK', version: 1 };
    const { failed, unfinished } = await sequence({ ...stores, ledger }, [
      early,
      ...(await commits('relation/IND-PAK')),
    ]);
    expect({ failed: [...failed], unfinished }).toEqual({
      failed: [['relation/BGD-PAK', throttled]],
      unfinished: false,
    });
    expect(await order()).toEqual(['relation/IND-PAK 1']);
  });

  it('writes the rows that another sequencer left out, before it goes on', async () => {
    for (let count = 0; count < 4; count += 1) await append();
    const woken = await commits();
    const killed = new Error('killed');
    const feed = { ...stores.feed, writeRows: async () => Promise.reject(killed) };
    await expect(sequence({ ...stores, feed }, woken.slice(0, 2))).rejects.toThrow(killed);
    expect((await stores.feed.complete()).position).toBe(0);
    await sequence(stores, woken);
    expect(await order()).toEqual(woken.map(({ version }) => `relation/BGD-PAK ${version}`));
    expect((await stores.feed.complete()).position).toBe(4);
    expect([...(await stores.feed.positionsOf('relation/BGD-PAK', [1, 2, 3, 4])).values()]).toEqual([1, 2, 3, 4]);
  });

  it('sequences nothing when its time is over, and says so', async () => {
    await append();
    expect(await sequence(stores, await commits(), { hasTime: () => false })).toMatchObject({ unfinished: true });
    expect(await order()).toEqual([]);
  });
});

describe('the sweep', () => {
  it('finds what no wake-up told of', async () => {
    await append();
    await append(relation('IND', 'PAK'));
    await sweep(stores, 1);
    expect((await order()).toSorted()).toEqual(['relation/BGD-PAK 1', 'relation/IND-PAK 1']);
  });

  it('goes on where it stopped, page by page and round again', async () => {
    const pages = [{ commits: [], next: 'two' }, { commits: [], next: 'three' }, { commits: [] }];
    const asked: (string | undefined)[] = [];
    const walk = {
      page: async (after?: string) => {
        asked.push(after);
        return pages[after === undefined ? 0 : after === 'two' ? 1 : 2] ?? { commits: [] };
      },
    };
    for (let tick = 0; tick < 4; tick += 1) await sweep({ ...stores, walk }, 1);
    expect(asked).toEqual([undefined, 'two', 'three', undefined]);
  });
});
