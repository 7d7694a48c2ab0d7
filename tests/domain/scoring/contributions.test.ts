import { describe, expect, it } from 'vitest';
import { contributionsOf } from '#shared/domain/scoring/contributions.ts';
import type { ScoredFacts } from '#shared/domain/scoring/scored-facts.ts';

const facts = (id: string, goldstein: number, more: Partial<ScoredFacts> = {}): ScoredFacts => ({
  id,
  type: 'MeetingHeld',
  day: '2025-01-14',
  dyads: ['BGD-PAK'],
  quadClass: 'verbal-cooperation',
  weight: 10,
  scores: { goldstein },
  ...more,
});
const counted = (...tree: ScoredFacts[]) =>
  contributionsOf(tree).map(({ dyad, scale, event, score }) => `${dyad} ${scale} ${event} ${score}`);

describe('a visit and its meetings', () => {
  it('score once, by the highest absolute score', () => {
    expect(counted(facts('visit', 19), facts('talks', 70), facts('call', 10))).toEqual(['BGD-PAK goldstein talks 70']);
    expect(counted(facts('visit', 19), facts('protest', -20))).toEqual(['BGD-PAK goldstein protest -20']);
  });

  it('score by the first recorded of several with the same', () => {
    expect(counted(facts('first', 20), facts('second', -20))).toEqual(['BGD-PAK goldstein first 20']);
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
