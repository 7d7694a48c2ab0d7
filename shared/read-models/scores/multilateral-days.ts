import { signOf } from '#shared/domain/scoring/quad-class.ts';
import { type DayPart, dayParts } from '#shared/domain/scoring/contributions.ts';
import type { DayTally } from '#shared/domain/scoring/relation-index.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { newestScoring, type Scoring } from '#shared/domain/scoring/scoring.ts';
import { emptyTally, summed, tallied } from '#shared/domain/scoring/tally.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { ListEntry } from '#shared/projections/engine/event-list.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { multilateralOfBoth } from '#shared/read-models/timeline/multilateral.ts';

export interface SharesAsked {
  readonly dyad: string;
  readonly scale: Scale;
  readonly from: string;
  readonly to: string;
  readonly asOf?: string | undefined;
  readonly scoring?: Scoring | undefined;
}

/** Multilateral events of the two parties together that one score looks at: of more, the newest. */
export const mostLookedAt = 5000;
/** A date is scored that spans at most so many days. */
const longestDays = 366;

/**
 * The days of a relation on which its share of multilateral events counts, in order: the weight of an event of n parties is divided by n − 1, so that
 * with all others together a party counts it once. Such an event counts beside the visit that it is part of.
 */
export async function multilateralDays(store: RowReader, asked: SharesAsked): Promise<DayTally[]> {
  const { from, to, asOf } = asked;
  const range = { from, to, shortDays: longestDays, onlyShort: true, order: 'descending', asOf } as const;
  const parts: DayPart[] = [];
  let looked = 0;
  for await (const { entry, isScored, rows } of multilateralOfBoth(store, asked.dyad, range)) {
    looked += rows.length;
    if (looked > mostLookedAt) break;
    if (entry !== null && isScored) parts.push(...sharesOf(entry, asked));
  }
  const within = parts.filter(({ day }) => day >= from && day <= to);
  return [...Map.groupBy(within, ({ day }) => day)]
    .map(([day, some]): DayTally => ({ day, tally: some.reduce((sum, one) => tallied(sum, one, 1), emptyTally) }))
    .toSorted(byDay);
}

/** What an event that a row leads to counts for in each pair of its parties. */
function sharesOf({ of, facets, among }: ListEntry, { dyad, scale, scoring = newestScoring }: SharesAsked): DayPart[] {
  if (of === undefined || facets === undefined || among === undefined) return [];
  const worth = scoring.worthOf(facets);
  const score = worth?.scores[scale];
  if (worth === undefined || score === undefined) return [];
  const { from, to, quadClass } = worth;
  const weight = Math.round(worth.weight / (among.parties - 1));
  const days = { dyad, scale, sign: signOf(quadClass), from, to, score, weight, quadClass };
  return dayParts({ ...days, event: eventId(...of), type: facets.type });
}

/** Joins days of two lists, in order. */
export function joinedDays(some: readonly DayTally[], others: readonly DayTally[]): DayTally[] {
  if (others.length === 0) return [...some];
  return [...Map.groupBy([...some, ...others], ({ day }) => day)]
    .map(([day, ofDay]): DayTally => ({ day, tally: ofDay.reduce((sum, { tally }) => summed(sum, tally), emptyTally) }))
    .toSorted(byDay);
}

const byDay = (a: DayTally, b: DayTally): number => (a.day < b.day ? -1 : 1);
