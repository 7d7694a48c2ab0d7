import { daysLater } from '#shared/domain/dates/calendar.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { signOf } from '#shared/domain/scoring/quad-class.ts';
import { type DayPart, dayParts } from '#shared/domain/scoring/contributions.ts';
import type { DayTally } from '#shared/domain/scoring/relation-index.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { longestScored } from '#shared/domain/scoring/scored-days.ts';
import { newestScoring, type Scoring } from '#shared/domain/scoring/scoring.ts';
import { emptyTally, summed, tallied } from '#shared/domain/scoring/tally.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { ListEntry } from '#shared/projections/engine/event-list.ts';
import { partitionsKnown } from '#shared/projections/engine/as-of-rows.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { multilateralOf } from '#shared/read-models/timeline/list-names.ts';
import { multilateralOfBoth } from '#shared/read-models/timeline/multilateral.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';

export interface SharesAsked {
  readonly dyad: string;
  readonly scale: Scale;
  readonly from: string;
  readonly to: string;
  readonly asOf?: string | undefined;
  readonly scoring?: Scoring | undefined;
}

/** The rows of multilateral events, of both parties together, that one score reads at most: the newest. */
export const mostMultilateralRows = 5000;

/** Days of a relation that have something, in order. */
export interface Days {
  readonly days: readonly DayTally[];
  /** Whether the parties have more multilateral events in these days than were read. */
  readonly isCut: boolean;
}

/**
 * Returns the days of a relation with its shares of multilateral events. The weight of an event of n parties is divided
 * by n − 1, so that a party counts it once with all others together. Such an event counts in addition to the visit that
 * it is part of. Up to 1 MB of rows take one call.
 */
export async function multilateralDays(store: RowReader, asked: SharesAsked): Promise<Days> {
  const { dyad, from, to, asOf } = asked;
  const range = { from, to, shortDays: longestScored, onlyShort: true, order: 'descending', asOf } as const;
  const partitions = (splitPair(dyad) ?? []).flatMap((party) => multilateralPartitions(party, asOf));
  const held = await withWhole(store, partitions, {
    range: { from: daysLater(from, -longestScored), to: `${to}#~` },
    most: mostMultilateralRows,
  });
  const parts: DayPart[] = [];
  let read = 0;
  for await (const { entry, isScored, rows } of multilateralOfBoth(held, dyad, range)) {
    read += rows.length;
    if (read > mostMultilateralRows) break;
    if (entry !== null && isScored) parts.push(...sharesOf(entry, asked));
  }
  const within = parts.filter(({ day }) => day >= from && day <= to);
  const days = [...Map.groupBy(within, ({ day }) => day)]
    .map(([day, some]): DayTally => ({ day, tally: some.reduce((sum, one) => tallied(sum, one, 1), emptyTally) }))
    .toSorted(byDay);
  return { days, isCut: read > mostMultilateralRows };
}

/** The partitions that hold the multilateral events of a party. */
export const multilateralPartitions = (party: string, asOf: string | undefined): string[] =>
  partitionsKnown(timeline, multilateralOf(party), asOf);

/** Returns the parts of an event's days that each pair of its parties counts; none for an event that is not scored. */
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

/** Joins the days of two lists in order, and adds up those that both have. */
export function joinedDays(some: readonly DayTally[], others: readonly DayTally[]): DayTally[] {
  if (others.length === 0) return [...some];
  return [...Map.groupBy([...some, ...others], ({ day }) => day)]
    .map(([day, ofDay]): DayTally => ({ day, tally: ofDay.reduce((sum, { tally }) => summed(sum, tally), emptyTally) }))
    .toSorted(byDay);
}

const byDay = (a: DayTally, b: DayTally): number => (a.day < b.day ? -1 : 1);
