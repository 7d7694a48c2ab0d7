import type { EventAsRead } from '../../api-types.ts';

/** An event, and the events that are parts of it. */
export interface Group {
  readonly first: EventAsRead;
  readonly parts: readonly EventAsRead[];
}

/**
 * Groups events by the visit or meeting that they belong to, directly or by way of others, keeping the order of the
 * list.
 */
export function groupsOf(entries: readonly EventAsRead[]): readonly Group[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const wholeOf = (entry: EventAsRead): EventAsRead => {
    const seen = new Set<string>();
    let whole = entry;
    for (let next = byId.get(whole.partOf ?? ''); next !== undefined && !seen.has(next.id);) {
      seen.add(next.id);
      whole = next;
      next = byId.get(whole.partOf ?? '');
    }
    return whole;
  };
  const groups = new Map<string, { first: EventAsRead; parts: EventAsRead[] }>();
  for (const entry of entries) {
    const first = wholeOf(entry);
    const group = groups.get(first.id) ?? { first, parts: [] };
    if (entry !== first) group.parts.push(entry);
    groups.set(first.id, group);
  }
  return [...groups.values()];
}
