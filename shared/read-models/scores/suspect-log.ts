import type { Contribution } from '#shared/domain/scoring/contributions.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import { type ProjectionName, storedPartition } from '#shared/projections/engine/projection.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

/** An event that is suspected to be one with others, on some scales. */
export type Suspected = readonly [scales: readonly Scale[], event: string, others: readonly string[]];

/** What a change makes of the suspicions in a bucket: those that are gone, and then those that are new. */
export interface SuspicionsChanged {
  readonly removed: readonly Suspected[];
  readonly added: readonly Suspected[];
}

/**
 * Returns the partition of suspicions of what counts in a dyad, by the type and the first day of the event: a log with
 * a row for each change that makes or ends some. It has none of an event that resembles no other.
 */
export const bucketOf = ({ dyad, type, from }: Pick<Contribution, 'dyad' | 'type' | 'from'>): string =>
  `suspects/${dyad}/${type}/${from}`;

/** The changes in a bucket that make suspicions at most: what comes later counts beside it, so that it stays readable. */
export const mostInBucket = 100;

/** A suspicion on a scale. */
export interface Suspicion {
  readonly scale: Scale;
  readonly event: string;
  readonly other: string;
}

/** Collects the changes of suspicions that one event of the feed makes, by bucket. */
export function suspicionsCollected(position: number) {
  const changed = new Map<string, Record<'removed' | 'added', Map<string, Suspicion>>>();
  return {
    note: (bucket: string, suspicion: Suspicion, kind: 'removed' | 'added') => {
      const { scale, event, other } = suspicion;
      const of = changed.get(bucket) ?? { removed: new Map(), added: new Map() };
      changed.set(bucket, of);
      const name = [scale, ...[event, other].toSorted()].join(' ');
      if (!of[kind === 'added' ? 'removed' : 'added'].delete(name)) of[kind].set(name, suspicion);
    },
    rows: () =>
      [...changed].flatMap(([partition, { removed, added }]) => {
        if (removed.size + added.size === 0) return [];
        const data: SuspicionsChanged = { removed: inShort(removed.values()), added: inShort(added.values()) };
        return [{ partition, sort: paddedPosition(position), data }];
      }),
  };
}

/** Lists the others of an event together, and once for the scales on which they are the same. */
function inShort(suspicions: Iterable<Suspicion>): Suspected[] {
  const others = Map.groupBy(suspicions, ({ scale, event }) => suspicionOf({ scale, event }));
  const alike = Map.groupBy(others.values(), (some) =>
    JSON.stringify([some[0]?.event, some.map(({ other }) => other).toSorted()]),
  );
  return [...alike.values()].flatMap((same) => {
    const [some = []] = same;
    const [first] = some;
    const scales = same.flatMap(([one]) => one?.scale ?? []);
    return first === undefined ? [] : [[scales, first.event, some.map(({ other }) => other)] as const];
  });
}

/** The suspicions in a bucket. */
export interface Bucket {
  /** The suspects of each event, by scale; of events of other buckets, only those in this one. */
  readonly suspects: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many changes made some. */
  readonly made: number;
}

/** Names an event on a scale in the suspicions of its bucket. */
export const suspicionOf = ({ scale, event }: { readonly scale: string; readonly event: string }): string =>
  `${scale} ${event}`;

/** Reads the suspicions in some buckets as they were after a position: fifty buckets a call. */
export async function suspicionsIn(
  store: Pick<RowReader, 'whole'>,
  trees: ProjectionName,
  { buckets, upTo }: { readonly buckets: readonly string[]; readonly upTo: number },
): Promise<ReadonlyMap<string, Bucket>> {
  const named = new Map([...new Set(buckets)].map((bucket) => [storedPartition(trees, bucket), bucket]));
  const logs = new Map<string, SuspicionsChanged[]>();
  if (named.size === 0) return new Map();
  for await (const { partition, position, data } of store.whole([...named.keys()])) {
    const bucket = named.get(partition) ?? '';
    if (position <= upTo) logs.set(bucket, [...(logs.get(bucket) ?? []), data as SuspicionsChanged]);
  }
  return new Map([...logs].map(([bucket, log]) => [bucket, bucketAfter(log)]));
}

function bucketAfter(log: readonly SuspicionsChanged[]): Bucket {
  const suspects = new Map<string, Set<string>>();
  const ofEvent = (name: string) => {
    const known = suspects.get(name) ?? new Set<string>();
    suspects.set(name, known);
    return known;
  };
  const each = (some: readonly Suspected[], change: (of: Set<string>, other: string) => void) => {
    for (const [scales, event, others] of some) {
      for (const scale of scales) {
        for (const other of others) {
          change(ofEvent(suspicionOf({ scale, event })), other);
          change(ofEvent(suspicionOf({ scale, event: other })), event);
        }
      }
    }
  };
  for (const { removed, added } of log) {
    each(removed, (of, other) => of.delete(other));
    each(added, (of, other) => of.add(other));
  }
  return { suspects, made: log.filter(({ added }) => added.length > 0).length };
}
