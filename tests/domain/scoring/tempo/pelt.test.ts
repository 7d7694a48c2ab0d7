import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pelt, type Segmentation } from '#shared/domain/scoring/tempo/pelt.ts';

/** Squares about the mean: cutting never costs more. */
const squares =
  (values: readonly number[]) =>
  (from: number, to: number): number => {
    const some = values.slice(from, to);
    const mean = some.reduce((sum, value) => sum + value, 0) / some.length;
    return some.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  };

const totalOf = ({ length, cost, penalty }: Segmentation, starts: readonly number[]): number =>
  [0, ...starts].reduce((sum, from, index) => sum + cost(from, starts[index] ?? length), penalty * starts.length);

/** The cheapest of all segmentations, one by one. */
function cheapest(segmentation: Segmentation, from = 0): number {
  const { length, cost, penalty, shortest, mayStart = () => true } = segmentation;
  let least = length - from >= shortest ? cost(from, length) : Infinity;
  for (let next = from + shortest; next <= length - shortest; next += 1) {
    if (mayStart(next)) least = Math.min(least, cost(from, next) + penalty + cheapest(segmentation, next));
  }
  return least;
}

describe('PELT', () => {
  it('finds a segmentation that costs no more than any other', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 14 });
    const setting = fc.record({ penalty: fc.constantFrom(0.5, 4, 12, 40), shortest: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(values, setting, fc.integer({ min: 1, max: 3 }), (some, { penalty, shortest }, every) => {
        const mayStart = (index: number) => index % every === 0;
        const segmentation = { length: some.length, cost: squares(some), penalty, shortest, mayStart };
        const starts = pelt(segmentation);
        expect(totalOf(segmentation, starts)).toBeCloseTo(cheapest(segmentation), 9);
      }),
      { numRuns: 200, seed: 20_250_116 },
    );
  });

  it('begins a segment only where one may begin, and leaves none shorter than allowed', () => {
    const values = [0, 0, 9, 9, 9, 0, 0, 0, 0, 9, 9, 9];
    const mayStart = (index: number) => index !== 5;
    const starts = pelt({ length: 12, cost: squares(values), penalty: 1, shortest: 3, mayStart });
    expect(starts).not.toContain(5);
    const edges = [0, ...starts, 12];
    for (const [index, start] of starts.entries()) expect(start - (edges[index] ?? 0)).toBeGreaterThanOrEqual(3);
    expect(12 - (starts.at(-1) ?? 0)).toBeGreaterThanOrEqual(3);
  });

  it('leaves a series whole that is empty, or too short for two segments', () => {
    expect(pelt({ length: 0, cost: () => 0, penalty: 1, shortest: 3 })).toEqual([]);
    expect(pelt({ length: 2, cost: () => 0, penalty: 1, shortest: 3 })).toEqual([]);
    expect(pelt({ length: 5, cost: squares([0, 0, 9, 9, 9]), penalty: 0.1, shortest: 3 })).toEqual([]);
  });
});
