import { isWiderThanMonth } from '#shared/domain/dates/month-shares.ts';
import { isHeld } from '#shared/domain/events/held.ts';
import { type Contribution, type DayPart, dayParts } from './contributions.ts';
import type { Scale } from './score.ts';
import { type DatedEvent, sharedParts } from './shared-parts.ts';
import { summed, type Tally, wholeWeight } from './tally.ts';

/** Of the events of a relation that begin on one day, so many share their weight, those recorded first. */
export const mostOfDay = 100;
/** Events of a day, held or not, among which these are found. */
export const mostPlacesOfDay = 500;

/** What a day of a relation counts more on a scale, or less. */
export interface CountedPart extends DayPart {
  readonly scale: Scale;
  readonly times: 1 | -1;
}

type PlacedEvent = DatedEvent & Parameters<typeof isHeld>[0] & { readonly position: number };

/**
 * Returns what some contributions count for, each on its days, and less what open suspects share: those among the held
 * events of a relation that begin on one day.
 */
export function countedParts(counted: readonly Contribution[], events: readonly PlacedEvent[]): CountedPart[] {
  const dated = events.filter(({ from }) => from !== null);
  const byDay = Map.groupBy(
    dated.toSorted((a, b) => a.position - b.position),
    ({ from }) => from ?? '',
  );
  const countedOn = Map.groupBy(counted, ({ from }) => from);
  const whole = counted.flatMap((one) =>
    dayParts(one).map((part): CountedPart => ({ ...part, scale: one.scale, times: 1 })),
  );
  return [
    ...whole,
    ...[...byDay].flatMap(([day, some]) => {
      const held = some.slice(0, mostPlacesOfDay).filter((event) => isHeld(event));
      return sharedAway(countedOn.get(day) ?? [], held);
    }),
  ];
}

/**
 * Returns what a day of a relation counts less, since suspects among its events share their weight on each scale. The
 * events are those held that begin on the day, in the order of their positions; what is dated to more than a month
 * shares nothing.
 */
export function sharedAway(counted: readonly Contribution[], events: readonly DatedEvent[]): CountedPart[] {
  const short = counted.filter((one) => !isWiderThanMonth(one));
  return [...Map.groupBy(short, ({ scale }) => scale).values()].flatMap((ofScale) => {
    const ids = new Set(ofScale.map(({ event }) => event));
    const parts = sharedParts(events.slice(0, mostOfDay).filter(({ id }) => ids.has(id)));
    return ofScale.flatMap((one) => lessOf(one, parts.get(one.event)));
  });
}

function lessOf({ from, scale, score, quadClass, weight }: Contribution, part: number | undefined): CountedPart[] {
  if (part === undefined) return [];
  const less = (all: number): number => all - Math.round(all * part);
  return [{ day: from, scale, score, quadClass, weight: less(weight), part: less(wholeWeight), times: -1 }];
}

/**
 * Subtracts what suspects count less from what all events count. Both rows are written one after the other: in between,
 * where more would be taken away than there is, nothing is.
 */
export function lessSuspects(all: Tally, less: Tally): Tally {
  const sum = summed(all, less);
  const isMore = sum.weight < 0 || Object.values(sum.counts).some((count) => count < 0);
  return isMore || (sum.weight === 0 && sum.weighted !== 0) ? all : sum;
}
