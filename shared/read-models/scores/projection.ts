import { monthOf } from '#shared/domain/dates/calendar.ts';
import { type Contribution, type DayPart, dayParts } from '#shared/domain/scoring/contributions.ts';
import { addCounts, type Counts } from '#shared/domain/scoring/counts.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { newestScoring, type Scoring } from '#shared/domain/scoring/scoring.ts';
import { emptyTally, type Tally, tallied } from '#shared/domain/scoring/tally.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';
import type { CountedDay, ScoreChange } from './score-change.ts';

/**
 * What the events of a day or a month add up to, on each scale; of a relation's day, also how many there were. A row
 * that has become empty stays, and with it the position it has come to.
 */
export interface ScoresRow extends Readonly<Partial<Record<Scale, Tally>>> {
  readonly counts?: Counts;
}

/** Rows of a relation, by day (`YYYY-MM-DD`). */
export const daysOfDyad = (dyad: string): string => `dyad/${dyad}`;
/** Rows of a party's relations, by month and partner (`YYYY-MM#<party>`). */
export const monthsOfParty = (party: string): string => `party/${party}`;
export const monthAndPartner = (month: string, partner: string): string => `${month}#${partner}`;

/**
 * Answers "how good was the relation of these two on a day, how many events did it have, and how good were those of
 * this party in a month?". Every row is a sum that moves by exact differences: what a change takes away and what it
 * adds.
 */
export const scoresName = 'scores';
export const scoresBy = ({ version }: Scoring): Projection<ScoresRow, ScoreChange> => ({
  name: scoresName,
  version,
  keys: (change) => [...foldsOf(change).values()].map(({ key }) => key),
  project: (row = {}, change, key) => (foldsOf(change).get(rowId(key))?.folds ?? []).reduce((sum, fold) => fold(sum), row),
}); // prettier-ignore

export const scores = scoresBy(newestScoring);

type Fold = (row: ScoresRow) => ScoresRow;

/** What a change does to each row, by the row's id: a hundred parts for an event of eight parties. */
const foldsOf = oncePer(({ before, after, countedBefore, countedAfter }: ScoreChange) => {
  const rows = new Map<string, { readonly key: RowKey; readonly folds: Fold[] }>();
  const add = (key: RowKey, fold: Fold) => {
    const row = rows.get(rowId(key));
    if (row === undefined) rows.set(rowId(key), { key, folds: [fold] });
    else row.folds.push(fold);
  };
  const addScore = (one: Contribution, times: 1 | -1) => {
    for (const part of dayParts(one)) {
      for (const key of rowsOf(one.dyad, part)) add(key, (row) => scored(row, one.scale, part, times));
    }
  };
  const addCounted = ({ dyad, day, counts }: CountedDay, times: 1 | -1) =>
    add({ partition: daysOfDyad(dyad), sort: day }, (row) => counted(row, counts, times));
  for (const one of before) addScore(one, -1);
  for (const one of after) addScore(one, 1);
  for (const one of countedBefore) addCounted(one, -1);
  for (const one of countedAfter) addCounted(one, 1);
  return rows;
});

function rowsOf(dyad: string, { day }: DayPart): RowKey[] {
  const [one = '', other = ''] = splitPair(dyad) ?? [];
  const month = monthOf(day);
  return [
    { partition: daysOfDyad(dyad), sort: day },
    { partition: monthsOfParty(one), sort: monthAndPartner(month, other) },
    { partition: monthsOfParty(other), sort: monthAndPartner(month, one) },
  ];
}

const scored = (row: ScoresRow, scale: Scale, part: DayPart, times: 1 | -1): ScoresRow => ({
  ...row,
  [scale]: tallied(row[scale] ?? emptyTally, part, times),
});

const counted = (row: ScoresRow, counts: Counts, times: 1 | -1): ScoresRow => ({
  ...row,
  counts: addCounts(row.counts ?? {}, counts, times),
});
