import { monthOf } from '#shared/domain/dates/calendar.ts';
import type { Contribution } from '#shared/domain/scoring/contributions.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { newestScoring, type Scoring } from '#shared/domain/scoring/scoring.ts';
import { emptyTally, type Tally, tallied } from '#shared/domain/scoring/tally.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';
import type { ScoreChange } from './score-change.ts';

/** What the events of a day or a month add up to, on each scale. A row that has become empty stays, and with it the position it has come to. */
export type ScoresRow = Readonly<Partial<Record<Scale, Tally>>>;

/** Rows of a relation, by day (`YYYY-MM-DD`). */
export const daysOfDyad = (dyad: string): string => `dyad/${dyad}`;
/** Rows of a party's relations, by month and partner (`YYYY-MM#<party>`). */
export const monthsOfParty = (party: string): string => `party/${party}`;
export const monthAndPartner = (month: string, partner: string): string => `${month}#${partner}`;

/**
 * Answers "how good was the relation of these two on a day, and those of this party in a month?". Every row is a sum that moves by exact
 * differences: what a change takes away and what it adds.
 */
export const scoresBy = ({ version }: Scoring): Projection<ScoresRow, ScoreChange> => ({
  name: 'scores',
  version,
  keys: ({ before, after }) => {
    const rows = [...before, ...after].flatMap(rowsOf);
    return [...new Map(rows.map((row) => [rowId(row), row])).values()];
  },
  project: (row = {}, { before, after }, key) => {
    const without = before.filter(isIn(key)).reduce((sum, one) => counted(sum, one, -1), row);
    return after.filter(isIn(key)).reduce((sum, one) => counted(sum, one, 1), without);
  },
});

export const scores = scoresBy(newestScoring);

function rowsOf({ dyad, day }: Contribution): RowKey[] {
  const [one = '', other = ''] = splitPair(dyad) ?? [];
  const month = monthOf(day);
  return [
    { partition: daysOfDyad(dyad), sort: day },
    { partition: monthsOfParty(one), sort: monthAndPartner(month, other) },
    { partition: monthsOfParty(other), sort: monthAndPartner(month, one) },
  ];
}

const isIn = (key: RowKey) => (contribution: Contribution) =>
  rowsOf(contribution).some((row) => row.partition === key.partition && row.sort === key.sort);

const counted = (row: ScoresRow, contribution: Contribution, times: 1 | -1): ScoresRow => ({
  ...row,
  [contribution.scale]: tallied(row[contribution.scale] ?? emptyTally, contribution, times),
});
