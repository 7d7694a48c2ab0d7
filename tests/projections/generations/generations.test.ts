import { describe, expect, it } from 'vitest';
import { servingBy, servingNow } from '#shared/projections/generations/generation-registry.ts';
import {
  generationsOf,
  type DecidedGenerations,
  type Decisions,
  nextGeneration,
  noneDecided,
  outOfCode,
  servingGeneration,
  undecided,
} from '#shared/projections/generations/generations.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

const decided = (some: Partial<DecidedGenerations>): Decisions => ({
  revision: 1,
  projections: { scores: { ...noneDecided, ...some } },
});
const code = (...versions: number[]) => new Map([['scores', versions]]);

describe('what serves', () => {
  it('is the lowest version in the code where nothing was decided', () => {
    expect(servingGeneration(undecided, 'scores', code(2, 3))).toBe('scores@2');
    expect(generationsOf(undecided, 'scores', code(2, 3))).toEqual(['scores@2', 'scores@3']);
  });

  it('is what was promoted', () => {
    const decisions = decided({ serving: 'scores@3.2', further: ['scores@3.2'] });
    expect(servingGeneration(decisions, 'scores', code(2, 3))).toBe('scores@3.2');
  });

  it('is what the code has when it does not have the version that was promoted any more', () => {
    const decisions = decided({ serving: 'scores@2.2', further: ['scores@2', 'scores@2.2'] });
    expect(servingGeneration(decisions, 'scores', code(3, 4))).toBe('scores@3');
    expect(outOfCode(decisions, code(3, 4))).toEqual([{ promoted: 'scores@2.2', instead: 'scores@3' }]);
    expect(outOfCode(decisions, code(2, 3))).toEqual([]);
  });

  it('is a build that stands, never one that was dropped', () => {
    const decisions = decided({ serving: 'scores@3', further: ['scores@2.2'], dropped: ['scores@2'] });
    expect(servingGeneration(decisions, 'scores', code(2))).toBe('scores@2.2');
    expect(servingGeneration(decided({ dropped: ['scores@2'] }), 'scores', code(2))).toBe('scores@2.2');
  });

  it('has to be a projection of the code', () => {
    expect(() => servingGeneration(undecided, 'opinions', code(1))).toThrow('There is no projection opinions');
  });
});

it('a build gets a number that none of its version had', () => {
  expect(nextGeneration(undecided, 'scores', 2)).toBe('scores@2.2');
  const decisions = decided({
    serving: 'scores@2.4',
    further: ['scores@3.9'],
    dropping: [{ generation: 'scores@2.6', since: '2025-01-16T09:00:00.000Z' }],
    dropped: ['scores@2.5'],
  });
  expect(nextGeneration(decisions, 'scores', 2)).toBe('scores@2.7');
});

describe('what a function knows to serve', () => {
  it('is read again after two seconds, and stays the same for whoever has it', async () => {
    let time = 0;
    let reads = 0;
    const read = async () => ((reads += 1), undecided);
    const serving = servingNow({ read }, () => time);
    const before = await serving();
    time = 1999;
    expect(await serving()).toBe(before);
    time = 2001;
    expect(await serving()).not.toBe(before);
    expect(reads).toBe(2);
  });
});

describe('the read models as queries see them', () => {
  const second = `timeline@${timeline.version}.2`;
  const decisions = { revision: 1, projections: { timeline: { ...noneDecided, serving: second, further: [second] } } };
  const row = (partition: string, data: string) => ({ partition, sort: 'a', position: 1, data });
  const logical = storedPartition(timeline, 'BGD-PAK');

  it('are the rows of the build that serves, under the names that the queries know', async () => {
    const { readModels } = inMemoryStores();
    await readModels.put([row(logical, 'old')]);
    await readModels.put([row(`${second}/BGD-PAK`, 'new')]);
    const served = servedReadModels(readModels, servingBy(decisions));
    expect(await Array.fromAsync(served.rows({ partition: logical, order: 'ascending' }))).toEqual([
      row(logical, 'new'),
    ]);
    const key = { partition: logical, sort: 'a' };
    expect(await served.load([key, { ...key, sort: 'b' }])).toEqual(new Map([[rowId(key), row(logical, 'new')]]));
    expect(served.version('timeline')).toBe(timeline.version);
  });
});
