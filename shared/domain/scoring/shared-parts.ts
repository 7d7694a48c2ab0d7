import { areProbablyOne, dedupeKeys, documentKeys } from '#shared/domain/events/duplicate.ts';
import { type Comparable, likenessOf } from '#shared/domain/events/likeness.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';

/** An event with the days between which it happened; `null` is open or unknown. */
export type DatedEvent = DiplomaticEvent & {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly distinctFrom?: readonly string[] | undefined;
};

/** The events of one type, the same parties and one month or document that are compared; the others count whole. */
export const mostCompared = 100;

interface Dated extends Pick<DatedEvent, 'from' | 'to'> {
  readonly likeness: Comparable;
}

/**
 * Returns what an event counts while it is not known whether others repeat it: with d open suspects among some events,
 * 1/(1 + d). So the sum over a group is 1 where all resemble each other, and never more than the number of events that
 * can be distinct (Caro 1979, Wei 1981); it follows from the events alone, in any order. An event without suspects is
 * not in the map, and counts whole.
 */
export function sharedParts(events: readonly DatedEvent[]): ReadonlyMap<string, number> {
  const byKey = new Map<string, Dated[]>();
  for (const event of events) {
    const dated: Dated = { from: event.from, to: event.to, likeness: { ...likenessOf(event), id: event.id } };
    for (const key of [...dedupeKeys(event), ...documentKeys(dated.likeness)]) {
      const same = byKey.get(key) ?? [];
      byKey.set(key, same);
      same.push(dated);
    }
  }
  const suspects = new Map<string, Set<string>>();
  const suspect = (one: string, other: string) => {
    suspects.set(one, (suspects.get(one) ?? new Set()).add(other));
    suspects.set(other, (suspects.get(other) ?? new Set()).add(one));
  };
  for (const same of byKey.values()) {
    const compared = same.slice(0, mostCompared);
    for (const [index, one] of compared.entries()) {
      for (const other of compared.slice(index + 1)) {
        if (mayBeOne(one, other) && areProbablyOne(one.likeness, other.likeness))
          suspect(one.likeness.id, other.likeness.id);
      }
    }
  }
  return new Map([...suspects].map(([id, others]) => [id, 1 / (1 + others.size)]));
}

/** Compares what is cheap to compare: the days, and whether there are documents. */
const mayBeOne = (one: Dated, other: Dated): boolean =>
  ((one.from ?? '') <= (other.to ?? '9999') && (other.from ?? '') <= (one.to ?? '9999')) ||
  (one.likeness.documents?.some((each) => other.likeness.documents?.includes(each)) ?? false);
