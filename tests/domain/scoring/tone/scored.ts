import { daysLater } from '#shared/domain/dates/calendar.ts';
import type { ToneFact } from '#shared/domain/scoring/tone/tone-series.ts';
import type { SeededRandom } from '#tests/support/seeded-random.ts';

/** Events with some scores, so many days apart from 2000-01-01 on, all of one weight. */
export const scored = (scores: readonly number[], daysApart = 10, weight = 1): ToneFact[] =>
  scores.map((score, index) => ({
    id: `event.${String(index).padStart(5, '0')}`,
    day: daysLater('2000-01-01', index * daysApart),
    score,
    weight,
  }));

/** So many normal scores of a mean and a deviation. */
export const drawn = (random: SeededRandom, count: number, mean: number, deviation = 3): number[] =>
  Array.from({ length: count }, () => random.normal(mean, deviation));
