import { describe, expect, it } from 'vitest';
import { mostFacts, type ToneFact } from '#shared/domain/scoring/tone/tone-series.ts';
import { tonePhases } from '#shared/domain/scoring/tone/tone-phases.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { share } from '../tempo/simulated.ts';
import { drawn, scored } from './scored.ts';

const analysed = (facts: readonly ToneFact[], through = '2040-12-31') => {
  const phases = tonePhases(facts, through);
  if (phases.status !== 'analysed') throw new Error(phases.reason);
  return phases;
};
const steady = (count: number, mean: number) => Array.from({ length: count }, (_, index) => mean + (index % 2));

describe('the tone of a relation', () => {
  it('changes on the day of the first event of another mean, with the interval on either side', () => {
    const { segments, changes, deviation } = analysed(scored([...steady(20, -3), ...steady(12, 4)]));
    expect(segments).toMatchObject([
      { from: '2000-01-01', to: '2000-07-09', n: 20, mean: -2.5 },
      { from: '2000-07-19', n: 12, mean: 4.5 },
    ]);
    expect(changes).toMatchObject([{ kind: 'better', day: '2000-07-19' }]);
    const [before, after] = segments;
    expect(deviation).toBeGreaterThan(0.7);
    expect(before?.high).toBeLessThan(after?.low ?? 0);
    expect(after?.events[0]).toBe('event.00020');
  });

  it('becomes worse, too', () => {
    expect(analysed(scored([...steady(20, 4), ...steady(12, -3)])).changes).toMatchObject([{ kind: 'worse' }]);
  });

  it('says too little of fewer than 16 scored events', () => {
    const facts = scored(steady(16, 1));
    expect(tonePhases(facts.slice(1), '2040-12-31')).toEqual({
      status: 'too-little',
      reason: 'scored events on record: 15, needed: 16',
    });
    expect(analysed(facts).n).toBe(16);
  });

  it('knows neither events that count for nothing nor those of later days', () => {
    const facts = scored(steady(16, 1));
    const unscored = scored([-10, -10, -10], 1, 0);
    expect(analysed([...facts, ...unscored])).toEqual(analysed(facts));
    expect(analysed([...facts, ...scored([9]).map((fact) => ({ ...fact, day: '2041-01-01' }))])).toEqual(
      analysed(facts),
    );
  });

  it('does not depend on who assessed credibility, but on how it differs from event to event', () => {
    const scores = drawn(seededRandom(1), 40, 1);
    const assessed = analysed(scored(scores));
    const unassessed = analysed(scored(scores, 10, 0.3));
    expect(unassessed.segments[0]?.mean).toBeCloseTo(assessed.segments[0]?.mean ?? 0, 12);
    expect(unassessed.segments[0]?.high).toBeCloseTo(assessed.segments[0]?.high ?? 0, 12);
    const mixed = scored(scores).map((fact, index) => ({ ...fact, weight: index < 20 ? 1 : 0.2 }));
    expect(analysed(mixed).segments[0]?.mean).not.toBeCloseTo(assessed.segments[0]?.mean ?? 0, 2);
  });

  it('never changes within a day', () => {
    const facts = scored([...steady(20, -3), ...steady(20, 4)]).map((fact, index) => ({
      ...fact,
      day: index >= 15 && index < 30 ? '2001-06-01' : fact.day.replace('2000', index < 15 ? '2000' : '2002'),
    }));
    const { segments } = analysed(facts);
    expect(segments.length).toBeGreaterThan(1);
    for (const [index, { from }] of segments.slice(1).entries()) expect(segments[index]?.to).not.toBe(from);
  });

  it('rests on the latest 5000 events, and counts those left out', () => {
    const facts = scored(steady(mostFacts + 10, 1), 1);
    expect(analysed(facts)).toMatchObject({ n: 5000, omitted: 10, changes: [] });
  });

  it('is that of one segment when all scores are the same', () => {
    const phases = analysed(scored(Array.from({ length: 30 }, () => 2)));
    expect(phases).toMatchObject({ deviation: 0.5, changes: [], segments: [{ n: 30, mean: 2 }] });
  });
});

describe('the tone of simulated relations', () => {
  it('has no change in 97 of 100 series of one mean, whose interval holds that mean in 90', () => {
    const random = seededRandom(2);
    for (const count of [40, 200]) {
      const all = Array.from({ length: 200 }, () => analysed(scored(drawn(random, count, 1)), '2005-12-31'));
      expect(all.filter(({ changes }) => changes.length === 0).length / 200).toBeGreaterThanOrEqual(0.97);
      const covering = all.filter(({ segments: [first] }) => first && first.low <= 1 && 1 <= first.high);
      expect(covering.length / 200).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('says of silence which shift would have been seen four times in five', () => {
    const random = seededRandom(3);
    const through = '2006-07-19'; // the day of the last event
    const shift = analysed(scored(drawn(random, 240, 1)), through).detectable ?? 0;
    const seen = share(200, () => {
      const scores = [...drawn(random, 203, 1), ...drawn(random, 37, 1 + shift)];
      return analysed(scored(scores), through).changes.length > 0;
    });
    expect(seen).toBeGreaterThan(0.72);
    expect(seen).toBeLessThan(0.93);
  });

  it('has no detectable shift when all but a few events are of the last year', () => {
    expect(analysed(scored(steady(20, 1), 1), '2000-02-01').detectable).toBeNull();
  });
});
