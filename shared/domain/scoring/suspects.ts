import {
  type Comparable,
  dedupeKeys,
  documentKeys,
  likenessOf,
  probablyTheSame,
} from '#shared/domain/events/duplicate.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';

/** An event with the days between which it happened; `null` is open or unknown. */
export type DatedEvent = DiplomaticEvent & {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly distinctFrom?: readonly string[] | undefined;
};

/** The part of an event that decides what it is suspected to repeat. */
export interface Suspectable extends Pick<DatedEvent, 'from' | 'to'> {
  readonly likeness: Comparable;
  /** Two suspects have one of them in common: type and parties, with a month or a document. */
  readonly keys: readonly string[];
}

export function suspectable(event: DatedEvent): Suspectable {
  const likeness = { ...likenessOf(event), id: event.id };
  return { from: event.from, to: event.to, likeness, keys: [...dedupeKeys(event), ...documentKeys(likeness)] };
}

/** Says whether two events that have a key in common are probably one, as nobody has said yet. */
export const areSuspects = (one: Suspectable, other: Suspectable): boolean =>
  one.likeness.id !== other.likeness.id &&
  mayBeOne(one, other) &&
  probablyTheSame(one.likeness, other.likeness) !== undefined;

/** Compares what is cheap to compare: the days, and whether there are documents. */
const mayBeOne = (one: Suspectable, other: Suspectable): boolean =>
  ((one.from ?? '') <= (other.to ?? '9999') && (other.from ?? '') <= (one.to ?? '9999')) ||
  (one.likeness.documents?.some((each) => other.likeness.documents?.includes(each)) ?? false);
