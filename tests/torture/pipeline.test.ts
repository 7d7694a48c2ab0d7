import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timing } from '#shared/clock.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { logFrom } from '#shared/read-models/changes/change-log.ts';
import { daysOf } from '#shared/read-models/scores/query.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { storedRecord } from '#shared/verification/stored-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import type { ContractStores } from '#tests/support/store-contract.ts';
import { freshStores } from '#tests/support/tables.ts';
import { randomFrom } from '#tests/support/mortal.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';
import { type Plan, world } from '#tests/support/world.ts';

const one = ['relation/BGD-PAK'];
const many = ['AFG', 'ALB', 'AND', 'AGO', 'ARG', 'ARM', 'AUS', 'AUT', 'AZE', 'BHS', 'BHR'].map(
  (code) => `relation/${code}-PAK`,
);

const plan = (more: Partial<Plan> = {}): Plan => ({
  writers: 16,
  appendsEach: 50,
  streams: one,
  risk: 0.01,
  loss: 0.2,
  ...more,
});

async function survives(stores: ContractStores, run: Plan, seed: number, timing?: Timing): Promise<void> {
  const { run: start, settle, events, published } = world(stores, run, randomFrom(seed), timing);
  const appended = await start();
  await settle();

  const total = run.writers * run.appendsEach;
  const verified = await verify(storedRecord(stores));
  expect(verified).toMatchObject({ events: total, positions: total, unsequenced: 0 });

  const recorded = await events();
  expect(new Set(recorded.map(({ summary }) => summary)).size, 'every append is there once').toBe(total);
  const acknowledged = appended.map(({ stream, version }) => `${stream} ${version}`);
  const sequenced = recorded.map(({ stream, version }) => `${stream} ${version}`);
  expect(acknowledged.toSorted(), 'what was acknowledged is what is recorded').toEqual(sequenced.toSorted());

  const ids = published.map(({ detail }) => (JSON.parse(detail) as { id: string }).id);
  expect(new Set(ids).size, 'everything is published').toBe(total);

  const replayed = inMemoryStores().readModels;
  await projectEvents({ readModels: replayed }, recorded);
  expect(await logged(stores.readModels), 'every change is logged').toEqual(await logged(replayed));
  for (const stream of run.streams) {
    const dyad = stream.slice('relation/'.length);
    expect(await entries(stores.readModels, dyad)).toEqual(await entries(replayed, dyad));
    expect(await scored(stores.readModels, dyad)).toEqual(await scored(replayed, dyad));
  }
}

const logged = async (store: ReadModels) => Array.fromAsync(logFrom(store, 1));

const entries = async (store: ReadModels, dyad: string) =>
  (await readTimeline(store, { dyad, order: 'oldest', limit: 4999 })).items;

const scored = async (store: ReadModels, dyad: string) =>
  (await daysOf(store, { dyad, scale: 'goldstein', from: '2024-01-01', to: '2026-01-01' })).days;

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('the pipeline, with processes killed at every await and wake-ups lost, doubled and shuffled', () => {
  it('loses and doubles nothing on one stream', { timeout: 480_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) =>
        survives(inMemoryStores(), plan({ appendsEach: 10 }), seed, virtualTime(seed)),
      ),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('loses and doubles nothing on many streams', { timeout: 480_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) =>
        survives(inMemoryStores(), plan({ appendsEach: 20, streams: many, risk: 0.05 }), seed, virtualTime(seed)),
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });

  for (const [name, streams] of Object.entries({ 'one stream': one, 'many streams': many })) {
    it(
      `loses and doubles nothing on DynamoDB, 16 writers with 50 appends each on ${name}`,
      { tags: ['dynamodb'], timeout: 480_000 },
      async () => {
        await fc.assert(
          fc.asyncProperty(seeds, async (seed) => survives(await freshStores(), plan({ streams }), seed)),
          { numRuns: 1, endOnFailure: true },
        );
      },
    );
  }
});
