import { expect, it } from 'vitest';
import { lessSuspects } from '#shared/domain/scoring/shared-days.ts';
import { emptyTally, tallied } from '#shared/domain/scoring/tally.ts';

const scored = { score: 40, weight: 30_000, quadClass: 'verbal-cooperation', part: 100_000 } as const;
const one = tallied(emptyTally, scored, 1);
const two = tallied(one, scored, 1);
const less = tallied(emptyTally, scored, -1);

it('what suspects count less is subtracted, down to nothing', () => {
  expect(lessSuspects(two, less)).toEqual(one);
  expect(lessSuspects(one, less)).toEqual(emptyTally);
});

it('nothing is subtracted where more would be taken away than there is: its row is about to be computed anew', () => {
  expect(lessSuspects(one, tallied(less, scored, -1))).toEqual(one);
  const another = tallied(emptyTally, { ...scored, score: -20 }, -1);
  expect(lessSuspects(one, another)).toEqual(one);
});
