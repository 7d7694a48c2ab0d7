import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageRank, type Tie } from '#shared/read-models/contacts/page-rank.ts';

const names = ['BGD', 'CHN', 'IND', 'NPL', 'PAK', 'x-un'];
const tie: fc.Arbitrary<Tie> = fc
  .record({ one: fc.nat(5), step: fc.integer({ min: 1, max: 5 }), weight: fc.integer({ min: 1, max: 1000 }) })
  .map(({ one, step, weight }) => ({ nodes: [names[one] ?? '', names[(one + step) % 6] ?? ''], weight }));
const ties = fc.uniqueArray(tie, { selector: ({ nodes }) => nodes.toSorted().join(), maxLength: 15 });

const between = (...pairs: `${string}-${string}`[]): Tie[] =>
  pairs.map((pair) => {
    const [one = '', other = ''] = pair.split('-');
    return { nodes: [one, other], weight: 1 };
  });

describe('the rank of a node', () => {
  it('is a share: all ranks sum to 1, and none is 0', () => {
    fc.assert(
      fc.property(ties, (some) => {
        const ranks = [...pageRank(names, some).values()];
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 8);
        expect(Math.min(...ranks)).toBeGreaterThan(0);
      }),
    );
  });

  it('does not depend on the order of nodes and ties, nor on which way a tie is told', () => {
    const shuffled = fc.tuple(
      ties.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
      fc.shuffledSubarray(names, { minLength: names.length }),
    );
    fc.assert(
      fc.property(shuffled, ([[some, again], order]) => {
        const turned = again.map(({ nodes: [one, other], weight }): Tie => ({ nodes: [other, one], weight }));
        const [ranks, others] = [pageRank(names, some), pageRank(order, turned)];
        for (const name of names) expect(others.get(name)).toBeCloseTo(ranks.get(name) ?? Number.NaN, 7);
      }),
    );
  });

  it('does not depend on the unit of the weights', () => {
    fc.assert(
      fc.property(ties, (some) => {
        const tenfold = some.map((one) => ({ ...one, weight: one.weight * 10 }));
        const [ranks, others] = [pageRank(names, some), pageRank(names, tenfold)];
        for (const name of names) expect(others.get(name)).toBeCloseTo(ranks.get(name) ?? Number.NaN, 7);
      }),
    );
  });

  it('is equal in a ring, where all are alike, and among those that have no tie', () => {
    const ring = pageRank(['A', 'B', 'C', 'D'], between('A-B', 'B-C', 'C-D', 'D-A'));
    for (const rank of ring.values()) expect(rank).toBeCloseTo(0.25, 9);
    for (const rank of pageRank(names, []).values()) expect(rank).toBeCloseTo(1 / 6, 9);
  });

  it('is highest at the hub of a star, as the equations give by hand', () => {
    // With 3 leaves l and a hub h: h = 0.0375 + 0.85·3l and l = 0.0375 + 0.85·h/3, so h = 0.133125 / 0.2775.
    const ranks = pageRank(['hub', 'a', 'b', 'c'], between('hub-a', 'hub-b', 'hub-c'));
    expect(ranks.get('hub')).toBeCloseTo(0.133125 / 0.2775, 8);
    expect(ranks.get('a')).toBeCloseTo((1 - 0.133125 / 0.2775) / 3, 8);
  });

  it('follows a strong tie more often than a weak one', () => {
    const ranks = pageRank(
      ['hub', 'strong', 'weak'],
      [
        { nodes: ['hub', 'strong'], weight: 9 },
        { nodes: ['hub', 'weak'], weight: 1 },
      ],
    );
    expect(ranks.get('strong')).toBeGreaterThan(2 * (ranks.get('weak') ?? 1));
  });

  it('is shared out by a node without ties to all', () => {
    // The stranded s passes on all it has: s = (0.15 + 0.85·s)/3, so s = 0.05 / (1 − 0.85/3).
    const ranks = pageRank(['A', 'B', 'stranded'], between('A-B'));
    expect(ranks.get('stranded')).toBeCloseTo(0.05 / (1 - 0.85 / 3), 8);
    expect(ranks.get('A')).toBeCloseTo(ranks.get('B') ?? 0, 9);
  });

  it('is of nobody where there is nobody', () => {
    expect(pageRank([], [])).toEqual(new Map());
  });
});
