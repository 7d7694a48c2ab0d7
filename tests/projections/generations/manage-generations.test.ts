import { beforeEach, describe, expect, it } from 'vitest';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { backgroundGenerations } from '#shared/read-models/projecting-consumers.ts';
import { listGenerations } from '#shared/projections/generations/list-generations.ts';
import { drop, promote, rebuild } from '#shared/projections/generations/manage-generations.ts';
import { removeGenerations } from '#shared/projections/generations/remove-generations.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { appending } from '#tests/support/appending.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { type ContractStores, contract } from '#tests/support/store-contract.ts';

const first = `timeline@${timeline.version}`;
const second = `${first}.2`;
const third = `${first}.3`;

contract('the builds of a projection', (fresh) => {
  let stores: ContractStores;
  beforeEach(async () => {
    stores = await fresh();
    for (let count = 0; count < 3; count += 1) await appending(stores.ledger)();
    await sweep(stores, 1);
    await projectFeed(stores);
  });

  const bringUp = async () => {
    for (const build of backgroundGenerations(stores, await stores.registry.read())) await consumeFeed(build, stores);
  };
  const ofTimeline = async () => {
    const { projections } = await listGenerations(stores);
    return projections.find(({ name }) => name === 'timeline');
  };
  const rowsOf = async (generation: string): Promise<number> => {
    let count = 0;
    let after: string | undefined;
    do {
      const page = await stores.rows.page(`${generation}/`, after);
      count += page.rows.length;
      after = page.next;
    } while (after !== undefined);
    return count;
  };
  const later = (seconds: number) => () => new Date(Date.now() + seconds * 1000);
  const finishDrops = async () => removeGenerations({ ...stores, now: later(121) }, () => true);

  it('are one, which serves, as long as nothing was decided', async () => {
    const build = { id: first, version: timeline.version, state: 'serving', position: 3, lag: 0, setAside: 0 };
    expect(await ofTimeline()).toEqual({ name: 'timeline', serving: first, builds: [build] });
  });

  it('are two when it is built anew, and asking again is about the same one', async () => {
    expect(await rebuild(stores, 'timeline')).toBe(second);
    expect(await rebuild(stores, 'timeline')).toBe(second);
    expect(await ofTimeline()).toMatchObject({ serving: first, builds: [{ state: 'serving' }, { id: second, position: 0, lag: 3 }] }); // prettier-ignore
    await bringUp();
    expect(await ofTimeline()).toMatchObject({ builds: [{}, { id: second, state: 'arrived', position: 3, lag: 0 }] });
    expect(await rowsOf(second)).toBe(await rowsOf(first));
  });

  it('change places by a promotion, and back', async () => {
    await rebuild(stores, 'timeline');
    await bringUp();
    expect(await promote(stores, 'timeline')).toEqual({ serving: second, replaced: first });
    expect(await ofTimeline()).toMatchObject({
      serving: second,
      builds: [
        { id: first, state: 'arrived' },
        { id: second, state: 'serving' },
      ],
    });
    expect(await promote(stores, 'timeline', first)).toEqual({ serving: first, replaced: second });
  });

  it('are promoted once however often it is asked for', async () => {
    await rebuild(stores, 'timeline');
    await bringUp();
    await promote(stores, 'timeline', second);
    expect(await promote(stores, 'timeline', second)).toEqual({ serving: second, replaced: second });
  });

  it('are not promoted before they have arrived: the refusal tells where they are', async () => {
    await rebuild(stores, 'timeline');
    await expect(promote({ ...stores, feed: { head: async () => ({ position: 5000, hash: '' }) } }, 'timeline')).rejects.toMatchObject({
      refusal: 'not-arrived',
      positions: { position: 0, serving: 3, head: 5000 },
    }); // prettier-ignore
    expect(await ofTimeline()).toMatchObject({ serving: first });
  });

  it('are promoted by one of several who want different ones at the same time', async () => {
    await rebuild(stores, 'timeline');
    await bringUp();
    await promote(stores, 'timeline');
    await rebuild(stores, 'timeline');
    await bringUp();
    const both = await Promise.allSettled([promote(stores, 'timeline', third), promote(stores, 'timeline', first)]);
    const won = both.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect(both).toContainEqual({ status: 'rejected', reason: expect.objectContaining({ refusal: 'overtaken' }) });
    expect(won).toEqual([{ status: 'fulfilled', value: { serving: (await ofTimeline())?.serving, replaced: second } }]);
  });

  it('lose all rows and the checkpoint of one that is dropped, and its number is not given again', async () => {
    await rebuild(stores, 'timeline');
    await bringUp();
    expect(await drop(stores, 'timeline', second)).toBe(true);
    expect(await ofTimeline()).toMatchObject({ builds: [{}, { id: second, state: 'dropping' }] });
    await finishDrops();
    expect(await rowsOf(second)).toBe(0);
    expect(await rowsOf(first)).toBeGreaterThan(0);
    expect(await stores.checkpoints.position(second)).toBe(0);
    expect((await ofTimeline())?.builds).toMatchObject([{ id: first }]);
    expect(await drop(stores, 'timeline', second)).toBe(false);
    expect(await rebuild(stores, 'timeline')).toBe(third);
  });

  it('keep the rows of one that is dropped until nobody can be reading or writing them any more', async () => {
    await rebuild(stores, 'timeline');
    await bringUp();
    await drop(stores, 'timeline', second);
    await removeGenerations({ ...stores, now: later(110) }, () => true);
    expect(await rowsOf(second)).toBe(await rowsOf(first));
  });

  it('are dropped step by step, when time is short', async () => {
    await rebuild(stores, 'timeline');
    await bringUp();
    await drop(stores, 'timeline', second);
    for (let call = 0; call < 20; call += 1) {
      let pages = 0;
      await removeGenerations({ ...stores, now: later(121) }, () => (pages += 1) === 1);
    }
    expect(await rowsOf(second)).toBe(0);
    expect(await drop(stores, 'timeline', second)).toBe(false);
  });

  it('keep the one that serves, and know no others', async () => {
    await expect(drop(stores, 'timeline', first)).rejects.toMatchObject({ refusal: 'serves' });
    await expect(drop(stores, 'timeline', 'timeline@99')).rejects.toThrow('There is no timeline@99');
    await expect(drop(stores, 'timeline', 'positions@1')).rejects.toThrow('There is no positions@1');
    await expect(promote(stores, 'timeline', second)).rejects.toThrow(`There is no ${second}`);
    await expect(promote(stores, 'timeline')).rejects.toMatchObject({ refusal: 'nothing-to-promote' });
    await expect(rebuild(stores, 'timelines')).rejects.toThrow('There is no timelines');
    await expect(rebuild(stores, 'timeline', 1)).rejects.toThrow('There is no version 1 of timeline');
  });

  it('can also be of a version that the code does not have any more, to be dropped', async () => {
    await stores.checkpoints.move('timeline@1', 0, 3);
    await stores.readModels.put([{ partition: 'timeline@1/BGD-PAK', sort: 'a', position: 1, data: {} }]);
    expect(await drop(stores, 'timeline', 'timeline@1')).toBe(true);
    await finishDrops();
    expect(await rowsOf('timeline@1')).toBe(0);
  });
});

describe('the registry', () => {
  contract('of builds', (fresh) => {
    it('takes a decision only from whoever has read the last one', async () => {
      const { registry } = await fresh();
      const decided = { projections: { timeline: { serving: second, further: [second], dropping: [], dropped: [] } } };
      const read = await registry.read();
      expect(read).toEqual({ revision: 0, projections: {} });
      expect(await registry.replace(read, decided)).toBe(true);
      expect(await registry.replace(read, { projections: {} })).toBe(false);
      const again = await registry.read();
      expect(again).toEqual({ revision: 1, ...decided });
      expect(await registry.replace(again, { projections: {} })).toBe(true);
    });
  });
});
