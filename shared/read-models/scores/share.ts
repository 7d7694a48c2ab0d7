import { type Contribution, withSharers } from '#shared/domain/scoring/contributions.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';
import { Counted, type Where, whereOf, scaleIn } from './counted.ts';
import { countedIn, type Forest } from './forest.ts';
import { type ForestSources, loadEventsAt, loadTreesOf, resemblesOthers } from './load-forest.ts';
import { type Neighbourhood, neighbourhoodOf } from './neighbourhood.ts';
import { bucketOf, mostInBucket, suspicionOf, suspicionsCollected, suspicionsIn } from './suspect-log.ts';
import type { TreeRow } from './tree-rows.ts';

/** What a change makes of what counts, each event for itself. */
export interface Counting {
  readonly change: Change;
  readonly before: readonly Contribution[];
  readonly after: readonly Contribution[];
}

/** What a change makes of what counts, each event with its suspects; and the rows that say who these are. */
export interface Sharing {
  readonly before: readonly Contribution[];
  readonly after: readonly Contribution[];
  readonly rows: readonly TreeRow[];
}

/** What counts before any of the changes among the events whose trees were loaded. */
export interface Base {
  readonly events: ReadonlySet<string>;
  readonly counted: readonly Contribution[];
}

/** Returns what counts in a forest, which changes go on to alter. */
export const baseOf = (forest: Forest): Base => ({
  events: new Set(forest.memberships.keys()),
  counted: countedIn(forest),
});

/**
 * Shares what counts among suspected duplicates, change by change. Who suspects whom is a log of its own, which has
 * rows only where there are suspects, so that what is taken away again is what was added, whatever is known by then.
 * An event that resembles no other costs the queries of where these would be.
 */
export async function shareOut(sources: ForestSources, base: Base, countings: readonly Counting[]): Promise<Sharing[]> {
  const [first] = countings;
  const looking = lookedFor(countings);
  const gone = countings.flatMap(({ before }) => before);
  if (first === undefined || (looking.size === 0 && gone.length === 0)) return countings.map((one) => ({ ...one, rows: [] }));
  const upTo = first.change.position - 1;
  const readModels = { ...sources.readModels, upTo };
  const counted = new Counted();
  counted.add(base.counted);
  const states = await statesLookedFor(sources, countings, { looking, upTo });
  const own = [...new Set([...looking, ...gone.map(({ event }) => event)])].flatMap((id) => counted.all(id));
  const [near, ofOwn] = await Promise.all([neighbourhoodOf(readModels, states.all), suspicionsOf(sources, own, upTo)]);
  const met = near.met(states.all);
  for (const [, listed] of ofOwn.suspects) for (const id of listed) met.add(id);
  const others = [...met].filter((id) => !base.events.has(id));
  counted.add(countedIn(await loadTreesOf(sources, others, { others, upTo })));
  const known = new Set(own);
  const coming = countings.flatMap(({ after }) => after);
  const more = [...[...met].flatMap((id) => counted.all(id)), ...(met.size === 0 ? [] : coming)].filter((one) => !known.has(one));
  const ofOthers = await suspicionsOf(sources, more, upTo);
  const suspects = new Map([...ofOthers.suspects, ...ofOwn.suspects]);
  const made = new Map([...ofOthers.made, ...ofOwn.made]);
  return countings.map((one) => sharedOnce(one, { near, counted, suspects, made, bodies: states.bodies }));
} // prettier-ignore

/** The events whose suspects are looked for: what begins to count, or counts and resembles others than before. */
const lookedFor = (countings: readonly Counting[]): Set<string> =>
  new Set(
    countings.flatMap(({ change, after }) => [
      ...after.map(({ event }) => event),
      ...(resemblesOthers(change) ? [change.after.id] : []),
    ]),
  );

/** Every state in which the suspects of events are looked for, and the events as they are before the changes. */
async function statesLookedFor(
  { readModels }: ForestSources,
  countings: readonly Counting[],
  { looking, upTo }: { readonly looking: ReadonlySet<string>; readonly upTo: number },
) {
  const changed = new Set(countings.map(({ change }) => change.after.id));
  const loaded = await loadEventsAt(readModels, [...looking].filter((id) => !changed.has(id)), upTo);
  const bodies = new Map(loaded.map((event) => [event.id, event]));
  for (const { change } of countings) {
    const { before } = change;
    if (before !== undefined && looking.has(before.id) && !bodies.has(before.id)) bodies.set(before.id, before);
  }
  const made = countings.flatMap(({ change }) => (looking.has(change.after.id) ? [change.after] : []));
  return { bodies, all: [...bodies.values(), ...made] };
} // prettier-ignore

/** The suspects of events, wherever these count, as they were after a position; and how full their buckets were. */
async function suspicionsOf({ readModels, trees }: ForestSources, counting: readonly Contribution[], upTo: number) {
  const found = await suspicionsIn(readModels, trees, { buckets: counting.map(bucketOf), upTo });
  const suspectsOf = (one: Contribution) => new Set(found.get(bucketOf(one))?.suspects.get(suspicionOf(one)));
  return {
    suspects: counting.map((one) => [suspicionKey(whereOf(one), one.event), suspectsOf(one)] as const),
    made: [...found].map(([bucket, { made }]) => [bucket, made] as const),
  };
}

interface Known {
  readonly near: Neighbourhood;
  readonly counted: Counted;
  /** By where an event counts, and its id. */
  readonly suspects: Map<string, Set<string>>;
  /** How many changes have made suspicions, by bucket. */
  readonly made: Map<string, number>;
  readonly bodies: Map<string, SeenEvent>;
}

const suspicionKey = (where: Where, event: string): string => `${where} ${event}`;

/** Shares out one change, and keeps what is known up with it. */
function sharedOnce({ change, before, after }: Counting, { near, counted, suspects, made, bodies }: Known): Sharing {
  const { id } = change.after;
  const resembling = resemblesOthers(change) ? counted.all(id) : [];
  const concerned = new Map(
    [...before, ...after, ...resembling].map((one) => [suspicionKey(whereOf(one), one.event), one]),
  );
  const suspectsOf = (where: Where, event: string) => {
    const known = suspects.get(suspicionKey(where, event)) ?? new Set<string>();
    suspects.set(suspicionKey(where, event), known);
    return known;
  };
  const shareOf = (where: Where, event: string) => {
    const one = counted.of(where, event);
    return one === undefined ? [] : [withSharers(one, 1 + suspectsOf(where, event).size)];
  };
  const touched = new Map<string, { readonly where: Where; readonly event: string; readonly was: Contribution[] }>();
  const touch = (where: Where, event: string) => {
    const key = suspicionKey(where, event);
    if (!touched.has(key)) touched.set(key, { where, event, was: shareOf(where, event) });
  };
  const log = suspicionsCollected(change.position);
  const bucketsOf = (where: Where, events: readonly string[]) =>
    new Set(events.flatMap((each) => counted.of(where, each) ?? []).map(bucketOf));
  const note = (kind: 'added' | 'removed', where: Where, [event, other]: readonly [string, string]) => {
    for (const bucket of bucketsOf(where, [event, other]))
      log.note(bucket, { scale: scaleIn(where), event, other }, kind);
  };
  const isFull = (where: Where, event: string) =>
    [...bucketsOf(where, [event])].some((bucket) => (made.get(bucket) ?? 0) >= mostInBucket);
  for (const { event, ...one } of concerned.values()) {
    const where = whereOf(one);
    touch(where, event);
    for (const other of suspectsOf(where, event)) {
      touch(where, other);
      note('removed', where, [event, other]);
      suspectsOf(where, other).delete(event);
    }
    suspectsOf(where, event).clear();
  }
  counted.remove(before);
  counted.add(after);
  near.moved(change.after);
  bodies.set(id, change.after);
  for (const { event, ...one } of concerned.values()) {
    const where = whereOf(one);
    const body = bodies.get(event);
    if (body === undefined || counted.of(where, event) === undefined || isFull(where, event)) continue;
    const mayShare = (other: string) => counted.of(where, other) !== undefined && !isFull(where, other);
    for (const other of near.resembling(body, mayShare)) {
      if (suspectsOf(where, event).has(other)) continue;
      touch(where, other);
      note('added', where, [event, other]);
      suspectsOf(where, event).add(other);
      suspectsOf(where, other).add(event);
    }
  }
  const all = [...touched.values()];
  const rows = log.rows();
  for (const { partition, data } of rows)
    if (data.added.length > 0) made.set(partition, (made.get(partition) ?? 0) + 1);
  return {
    before: all.flatMap(({ was }) => was),
    after: all.flatMap(({ where, event }) => shareOf(where, event)),
    rows,
  };
}
