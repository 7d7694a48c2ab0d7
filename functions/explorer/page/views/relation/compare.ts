import { differences } from '#shared/domain/events/differences.ts';
import type { Difference, EventAsRead } from '../../api-types.ts';

/** How what was known then differs from what is known now. */
export interface Compared {
  /** Events of now that were not yet recorded. */
  readonly unknownYet: readonly EventAsRead[];
  /** Events that were known differently, each as it is now, with the fields that differ. */
  readonly changed: ReadonlyMap<string, { readonly now: EventAsRead; readonly differences: readonly Difference[] }>;
  /** Events that have been withdrawn since. */
  readonly gone: ReadonlySet<string>;
}

/** What of an event is no news about what happened. */
const ignored = /^\/(corrections|from|to|position|evidence\/(reportCount|sourceCount))\b/;

/** Compares two lists of the same events, then and now. */
export function differencesOf(then: readonly EventAsRead[], now: readonly EventAsRead[]): Compared {
  const [before, after] = [then, now].map((entries) => new Map(entries.map((entry) => [entry.id, entry])));
  const changed = [...(before ?? [])].flatMap(([id, entry]) => {
    const current = after?.get(id);
    if (current === undefined) return [];
    const fields = differences(entry, current).filter(({ pointer }) => !ignored.test(pointer));
    return fields.length === 0 ? [] : [[id, { now: current, differences: fields }] as const];
  });
  return {
    unknownYet: now.filter(({ id }) => before?.has(id) !== true),
    changed: new Map(changed),
    gone: new Set(then.flatMap(({ id }) => (after?.has(id) === true ? [] : [id]))),
  };
}
