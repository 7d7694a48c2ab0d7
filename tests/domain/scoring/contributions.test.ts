import { describe, expect, it } from 'vitest';
import { contributionsOf, dayParts } from '#shared/domain/scoring/contributions.ts';
import type { ScoredFacts } from '#shared/domain/scoring/scored-facts.ts';

const facts = (id: string, goldstein: number, more: Partial<ScoredFacts> = {}): ScoredFacts => ({
  id,
  type: 'MeetingHeld',
  from: '2025-01-14',
  to: '2025-01-14',
  dyads: ['BGD-PAK'],
  quadClass: 'verbal-cooperation',
  weight: 100_000,
  scores: { goldstein },
  ...more,
});
const counted = (...tree: ScoredFacts[]) =>
  contributionsOf(tree).map(({ dyad, scale, event, score }) => `${dyad} ${scale} ${event} ${score}`);

describe('a visit and its meetings', () => {
  it('score once, by the highest absolute score', () => {
    expect(counted(facts('visit', 19), facts('talks', 70), facts('call', 10))).toEqual(['BGD-PAK goldstein talks 70']);
  });

  it('score by a confirmed part rather than by a doubtful one that would say more', () => {
    const doubtful = facts('talks', 70, { weight: 20_000 });
    expect(counted(facts('intent', 52), doubtful)).toEqual(['BGD-PAK goldstein intent 52']);
  });

  it('score once for cooperation and once for conflict', () => {
    const criticism = facts('criticism', -20, { quadClass: 'verbal-conflict' });
    const protest = facts('protest', -25, { quadClass: 'material-conflict' });
    expect(counted(facts('visit', 19), criticism, protest)).toEqual([
      'BGD-PAK goldstein visit 19',
      'BGD-PAK goldstein protest -25',
    ]);
  });

  it('score by the first recorded of several with the same', () => {
    expect(counted(facts('first', 20), facts('second', 20))).toEqual(['BGD-PAK goldstein first 20']);
  });

  it('score once for each relation, and on each scale by itself', () => {
    const visit = facts('visit', 19, { scores: { goldstein: 19, plover: 40 } });
    const talks = facts('talks', 70, { scores: { goldstein: 70, plover: 25 }, dyads: ['BGD-PAK', 'CHN-PAK'] });
    expect(counted(visit, talks).toSorted()).toEqual([
      'BGD-PAK goldstein talks 70',
      'BGD-PAK plover visit 40',
      'CHN-PAK goldstein talks 70',
      'CHN-PAK plover talks 25',
    ]);
  });

  it('score nothing when none of them counts', () => {
    expect(counted()).toEqual([]);
  });
});

describe('what is dated', () => {
  const parts = (from: string, to: string, weight = 100_000) =>
    contributionsOf([facts('visit', 19, { from, to, weight })]).flatMap(dayParts);
  const sum = (some: readonly { readonly weight: number; readonly part: number }[]) => [
    some.reduce((all, { weight }) => all + weight, 0),
    some.reduce((all, { part }) => all + part, 0),
  ];

  it('to a month or less counts whole, on its first day', () => {
    expect(parts('2019-12-20', '2020-01-19')).toMatchObject([{ day: '2019-12-20', weight: 100_000, part: 100_000 }]);
  });

  it('to a day more than a month is divided by overlap', () => {
    expect(parts('2019-12-20', '2020-01-20')).toMatchObject([
      { day: '2019-12-20', weight: 37_500 }, // 12 of 32 days
      { day: '2020-01-01', weight: 62_500 },
    ]);
  });

  it('to a year is divided among its twelve months, and nothing of it is lost', () => {
    const year = parts('1985-01-01', '1985-12-31', 30_000);
    expect(year).toHaveLength(12);
    expect(year[1]).toMatchObject({ day: '1985-02-01', weight: 2301, part: 7671 }); // 28 of 365 days
    expect(sum(year)).toEqual([30_000, 100_000]);
  });
});
