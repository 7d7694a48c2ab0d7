import { daysLater, firstDayOf, monthsLater } from '#shared/domain/dates/calendar.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { monthlyScores } from '#shared/domain/scoring/monthly-scores.ts';
import { horizonOf } from '#shared/domain/scoring/relation-index.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { longestScored } from '#shared/domain/scoring/scored-days.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { multilateralPartitions } from '#shared/read-models/scores/multilateral-days.ts';
import { daysOf, daysPartition } from '#shared/read-models/scores/query.ts';
import { rounded } from '#shared/read-models/scores/shown-scores.ts';
import { mostStates } from './partner-states.ts';

export interface TrendsAsked {
  readonly scale: Scale;
  /** The first and the last month (`YYYY-MM`), and the last day of that. */
  readonly from: string;
  readonly to: string;
  readonly lastDay: string;
  readonly asOf?: string | undefined;
  readonly scoring: Scoring;
}

/** The months of a trend at most: the last. */
export const mostMonths = 120;

/**
 * Reads the trends of the first of some relations, by dyad: the slow index at the end of each month. Their days, and the
 * multilateral events of their parties, are read fifty partitions a call.
 */
export async function trendsOf(
  store: RowReader,
  dyads: readonly string[],
  { scale, from: first, to, lastDay, asOf, scoring }: TrendsAsked,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const read = dyads.slice(0, mostStates);
  const earliest = monthsLater(to, 1 - mostMonths);
  const from = first > earliest ? first : earliest;
  const since = horizonOf(firstDayOf(from));
  const parties = new Set(read.flatMap((dyad) => splitPair(dyad) ?? []));
  const range = { from: daysLater(since, -longestScored), to: `${lastDay}#~` };
  const held = await withWhole(
    store,
    [
      ...(asOf === undefined ? read.map(daysPartition) : []),
      ...[...parties].flatMap((party) => multilateralPartitions(party, asOf)),
    ],
    { range },
  );
  const trends = await inParallel(read, async (dyad) => {
    const { days } = await daysOf(held, { dyad, scale, asOf, scoring, from: since, to: lastDay });
    return [dyad, monthlyScores(days, { from, lastDay }).map(({ index }) => rounded(index.slow))] as const;
  });
  return new Map(trends);
}
