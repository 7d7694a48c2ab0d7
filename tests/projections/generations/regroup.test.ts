import { beforeEach, describe, expect, it } from 'vitest';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { servingBy } from '#shared/projections/generations/generation-registry.ts';
import { promote, rebuild } from '#shared/projections/generations/manage-generations.ts';
import { groupOf, positionsOfGenerations } from '#shared/projections/generations/project-group.ts';
import { regroup } from '#shared/projections/generations/regroup.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { backgroundGenerations, projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';

const first = `timeline@${timeline.version}`;
const second = `${first}.2`;
let stores: ReturnType<typeof inMemoryStores>;

const append = async (count: number) => {
  for (let each = 0; each < count; each += 1)
    await appending(stores.ledger)({ events: [meeting({ summary: `${each}` })] });
  await sweep(stores, 1);
};
const bringUp = async () => {
  for (const one of backgroundGenerations(stores, await stores.registry.read())) await consumeFeed(one, stores);
};
const group = async () => groupOf(await stores.registry.read());
const shown = async () => {
  const served = servedReadModels(stores.readModels, servingBy(await stores.registry.read()));
  return (await readTimeline(served, { dyad: 'BGD-PAK', order: 'oldest', limit: 1000 })).items.length;
};

beforeEach(async () => {
  stores = inMemoryStores();
  await append(3);
  await projectFeed(stores);
});

describe('the generations that advance together', () => {
  it('are one consumer from the first run on', async () => {
    expect(await group()).toMatchObject({ consumer: 'project', members: expect.arrayContaining([first, 'events@1']) });
    expect(await stores.checkpoints.position('project')).toBe(3);
  });

  it('take a promoted one in where all of them are complete, and let the replaced one go on alone', async () => {
    await rebuild(stores, 'timeline');
    await bringUp();
    await promote(stores, 'timeline');
    await append(2);
    await projectFeed(stores);
    const { consumer, members } = await group();
    expect(consumer).toMatch(/^project\.\d+$/);
    expect(members).toContain(second);
    expect(members).not.toContain(first);
    expect(await shown()).toBe(5);
    expect(await stores.checkpoints.position(first)).toBe(3);
    await bringUp();
    const positions = await positionsOfGenerations(stores.checkpoints, await stores.registry.read(), [first, second]);
    expect([...positions.values()]).toEqual([5, 5]);
  });

  it('lose nothing to a run that began before the promotion and ends after it', async () => {
    await rebuild(stores, 'timeline');
    await bringUp();
    const [stale] = projectionStages(stores, await stores.registry.read()).flat();
    await promote(stores, 'timeline');
    await append(2);
    if (stale !== undefined) await consumeFeed(stale, stores);
    expect(await stores.checkpoints.position('project')).toBe(5);
    await projectFeed(stores);
    expect(await shown()).toBe(5);
  });

  it('do not wait for one that has far to go', async () => {
    const decisions = await stores.registry.read();
    const { consumer, members } = groupOf(decisions);
    await append(200);
    await stores.registry.replace(decisions, {
      ...decisions,
      group: { consumer, members: members.filter((id) => id !== first) },
    });
    const [others] = projectionStages(stores, await stores.registry.read()).flat();
    if (others !== undefined) await consumeFeed(others, stores);
    expect((await regroup(stores)).group?.members).not.toContain(first);
    await bringUp();
    expect((await regroup(stores)).group?.members).toContain(first);
    expect(await shown()).toBe(203);
  });

  it('are decided once by several runs at the same time', async () => {
    await rebuild(stores, 'timeline');
    await bringUp();
    await promote(stores, 'timeline');
    const decided = await Promise.all([1, 2, 3].map(async () => regroup(stores)));
    expect(new Set(decided.map(({ group: one }) => JSON.stringify(one))).size).toBe(1);
  });
});
