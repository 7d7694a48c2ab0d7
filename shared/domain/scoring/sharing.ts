import { areSuspects, type DatedEvent, type Suspectable, suspectable } from './suspects.ts';

/** The events of one type, the same parties and one month or document that are compared; the others count whole. */
export const mostCompared = 100;

/**
 * Returns among how many each event shares what one counts, while it is not known whether others repeat it: with d open
 * suspects among some events it counts 1/(1 + d). So the sum over a group is 1 where all resemble each other, and never
 * more than the number of events that can be distinct (Caro 1979, Wei 1981); it follows from the events alone, in any
 * order. An event without suspects is not in the map, and counts whole.
 */
export function sharing(events: readonly DatedEvent[]): ReadonlyMap<string, number> {
  const byKey = new Map<string, Suspectable[]>();
  for (const event of events) {
    const one = suspectable(event);
    for (const key of one.keys) {
      const same = byKey.get(key) ?? [];
      byKey.set(key, same);
      same.push(one);
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
        if (areSuspects(one, other)) suspect(one.likeness.id, other.likeness.id);
      }
    }
  }
  return new Map([...suspects].map(([id, others]) => [id, 1 + others.size]));
}
