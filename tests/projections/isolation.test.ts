import { beforeEach, describe, expect, it } from 'vitest';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { touchedWithin } from '#shared/projections/engine/apply-projection.ts';
import type { Projection } from '#shared/projections/engine/projection.ts';
import {
  isBroken,
  maxSetAside,
  servingGeneration,
  versionsInCode,
} from '#shared/projections/generations/generations.ts';
import { positionsOfGenerations } from '#shared/projections/generations/project-group.ts';
import { rebuild, promote } from '#shared/projections/generations/manage-generations.ts';
import { regroup } from '#shared/projections/generations/regroup.ts';
import { allProjections, type Projected } from '#shared/read-models/all-projections.ts';
import { backgroundGenerations, projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { dossiersName } from '#shared/read-models/timeline/list-names.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { servingConsumer } from '#tests/support/projecting.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';

const broken = `timeline@${timeline.version}`;
let stores: ReturnType<typeof inMemoryStores>;
/** Rows that were written, by the projection whose they are. */
let written: Map<string, number>;

beforeEach(() => {
  stores = inMemoryStores();
  written = new Map();
});

const counting = (readModels: ReadModels): ReadModels => {
  const count = (partition: string) => {
    const [id = ''] = partition.split('/');
    written.set(id, (written.get(id) ?? 0) + 1);
  };
  return {
    ...readModels,
    put: async (rows) => (rows.forEach(({ partition }) => count(partition)), readModels.put(rows)),
    save: async (writes) => (writes.forEach(({ row }) => count(row.partition)), readModels.save(writes)),
  };
};

/** The projections of the code, with a timeline that throws at some events. */
const throwingAt = (throwsAt: (change: Change) => boolean): Projected[] =>
  allProjections.map((projected) => {
    if (projected.projection.name !== timeline.name) return projected;
    const throwing: Projection<unknown> = {
      ...timeline,
      project: (row, change, key) => {
        if (throwsAt(change)) throw new RangeError(`No fold of ${change.cause.id}`);
        return timeline.project(row as Parameters<typeof timeline.project>[0], change, key);
      },
    };
    return {
      ...projected,
      touched: ({ changes }, generation, maxRows) => touchedWithin({ ...throwing, generation }, changes, maxRows),
    };
  });

const append = async (count: number) => {
  const events = Array.from({ length: count }, (_, index) => meeting({ summary: `${index}` }));
  await appending(stores.ledger)({ events });
  await sweep(stores, 1);
};

const project = async (code: readonly Projected[] = allProjections) => {
  const decisions = await regroup(stores);
  const counted = { ...stores, readModels: counting(stores.readModels) };
  for (const consumer of projectionStages(counted, decisions, code).flat()) await consumeFeed(consumer, stores);
};
const positions = async () => {
  const decisions = await regroup(stores);
  const serving = [...versionsInCode.keys()].map((name) => servingGeneration(decisions, name));
  return positionsOfGenerations(stores.checkpoints, decisions, serving);
};
const quarantine = async () => (await stores.quarantine.list({ limit: 1000 })).items;

describe('a projection that throws at one event', () => {
  it('goes without it, and everything else has it', async () => {
    await append(60);
    await project(throwingAt(({ position }) => position === 33));
    expect([...(await positions()).values()]).toEqual([...versionsInCode].map(() => 60));
    expect(await quarantine()).toMatchObject([
      { consumer: broken, item: '33', reason: expect.stringContaining('No fold of') },
    ]);
    const shown = await readTimeline(stores.readModels, { dyad: 'BGD-PAK', order: 'oldest', limit: 100 });
    expect(shown.items.map(({ position }) => position)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1).filter((position) => position !== 33)); // prettier-ignore
    expect(isBroken(await stores.registry.read(), broken)).toBe(false);
  });

  it('has the others write their rows once', async () => {
    await append(60);
    await project(throwingAt(({ position }) => position === 33));
    expect(written.get('events@1')).toBe(60);
    expect(written.get(`dossiers@${dossiersName.version}`)).toBe(120);
    const rows = written.get(broken);
    expect(rows).toBeGreaterThanOrEqual(59);
    expect(rows).toBeLessThan(120);
  });

  it('counts an event once that comes again', async () => {
    await append(3);
    const code = throwingAt(({ position }) => position === 2);
    await project(code);
    const [again] = projectionStages(stores, await stores.registry.read(), code).flat();
    if (again !== undefined) await consumeFeed({ ...again, name: 'again' }, stores);
    expect((await stores.registry.read()).setAside).toEqual({ [broken]: [2] });
  });
});

describe('a projection that always throws', () => {
  it('is broken after so many events, and all others reach the end', async () => {
    for (let each = 0; each < 3; each += 1) await append(100);
    await project(throwingAt(() => true));
    await append(100);
    await project(throwingAt(() => true));
    const at = await positions();
    expect(at.get(broken)).toBe(maxSetAside);
    expect([...at].filter(([id]) => id !== broken).map(([, position]) => position)).toEqual([...at.keys()].slice(1).map(() => 400)); // prettier-ignore
    expect(isBroken(await stores.registry.read(), broken)).toBe(true);
    expect(await quarantine()).toHaveLength(maxSetAside);
    expect(written.get(broken)).toBeUndefined();
    expect(written.get('events@1')).toBe(400);
  });

  it('is mended by a rebuild', async () => {
    await append(40);
    await project(throwingAt(() => true));
    await project();
    expect((await readTimeline(stores.readModels, { dyad: 'BGD-PAK', order: 'oldest', limit: 100 })).items).toEqual([]);
    const mended = await rebuild(stores, 'timeline');
    for (const one of backgroundGenerations(stores, await stores.registry.read())) await consumeFeed(one, stores);
    await promote(stores, 'timeline', mended);
    await append(1);
    await project();
    expect((await positions()).get(mended)).toBe(41);
  });

  it('is never promoted', async () => {
    await append(40);
    await project();
    const id = await rebuild(stores, 'timeline');
    const code = throwingAt(() => true);
    for (const one of backgroundGenerations(stores, await stores.registry.read(), code)) await consumeFeed(one, stores);
    await expect(promote(stores, 'timeline', id)).rejects.toThrow(`${id} lacks too many events`);
    expect(await rebuild(stores, 'timeline')).not.toBe(id);
  });
});

describe('read models that a row is too much for', () => {
  it('leave the row of one projection, and write those of all others', async () => {
    await append(20);
    const refusing = (readModels: ReadModels): ReadModels => ({
      ...readModels,
      put: async (rows) => {
        const refused = rows.some(({ partition, position }) => partition.startsWith(broken) && position === 7);
        if (refused)
          throw Object.assign(new Error('The item is too large'), { name: 'ValidationException', $metadata: {} });
        return readModels.put(rows);
      },
    });
    await consumeFeed(servingConsumer(refusing(stores.readModels)), stores);
    expect(await quarantine()).toMatchObject([{ consumer: broken, item: '7' }]);
    expect(await stores.readModels.load([{ partition: `${eventRows.name}@1/relation/BGD-PAK`, sort: '000000000000007' }])).toHaveProperty('size', 1); // prettier-ignore
  });

  it('stop the consumer where the service is to blame', async () => {
    await append(5);
    const away = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
    const readModels = { ...stores.readModels, put: async () => Promise.reject(away) };
    await expect(consumeFeed(servingConsumer(readModels), stores)).rejects.toThrow('Rate exceeded');
    expect(await quarantine()).toEqual([]);
    expect(await stores.checkpoints.position('project')).toBe(0);
  });
});
