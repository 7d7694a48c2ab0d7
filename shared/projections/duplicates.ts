import { type Comparable, dedupeKeys, type Duplicate, duplicatesAmong, likenessOf } from '../domain/duplicate.ts';
import type { DiplomaticEvent } from '../domain/new-event.ts';
import type { Change, SeenEvent } from './change.ts';
import { paddedPosition } from './padded-position.ts';
import { type Projection, type RowKey, storedPartition } from './projection.ts';
import type { Progress } from './reached.ts';
import type { ReadModels } from './read-models.ts';
import { servedReadModels } from './served-read-models.ts';

/** Answers "is this event recorded already?" for events as they are now known to be; a correction moves or deletes their rows. */
export const duplicates: Projection<Comparable, Change> = {
  name: 'duplicates',
  version: 1,
  keys: ({ before, after }) => {
    const [was, is] = [before && comparable(before), comparable(after)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const keys = new Set([...(was === undefined ? [] : dedupeKeys(was)), ...(is === undefined ? [] : dedupeKeys(is))]);
    return [...keys].map((key) => rowOf(key, after.position));
  },
  project: (_row, { after }, { partition }) => {
    const is = comparable(after);
    return is !== undefined && dedupeKeys(is).includes(partition) ? is : undefined;
  },
};

/** What a later report is compared with; nothing when the event is withdrawn. */
const comparable = (event: SeenEvent): Comparable | undefined =>
  event.withdrawn === undefined ? { id: event.id, ...likenessOf(event) } : undefined;

const rowOf = (key: string, position: number): RowKey => ({
  partition: key,
  sort: paddedPosition(position),
});

/** The events that each of some new ones probably repeats. */
export type FindDuplicates = (events: readonly DiplomaticEvent[]) => Promise<Duplicate[][]>;

/** Rows looked at under one key, newest first: of a month in which two parties are reported to do the same so often, the rest is not looked at. */
const mostRows = 500;

export interface DuplicateSources extends Pick<Progress, 'serving'> {
  readonly readModels: Pick<ReadModels, 'load' | 'rows'>;
}

/** Looks in the read model; one query for each key, whatever the number of events that share it. */
export const findDuplicates =
  ({ readModels, serving }: DuplicateSources): FindDuplicates =>
  async (events) => {
    const store = servedReadModels(readModels, await serving());
    const keys = [...new Set(events.flatMap(dedupeKeys))];
    const rows = new Map(await Promise.all(keys.map(async (key) => [key, await comparables(store, key)] as const)));
    return events.map((event) => {
      const met = dedupeKeys(event).flatMap((key) => rows.get(key) ?? []);
      return duplicatesAmong(event, [...new Map(met.map((other) => [other.id, other])).values()]);
    });
  };

async function comparables(store: Pick<ReadModels, 'rows'>, key: string): Promise<Comparable[]> {
  const found: Comparable[] = [];
  const partition = storedPartition(duplicates, key);
  for await (const { data } of store.rows({ partition, order: 'descending', pageSize: mostRows })) {
    found.push(data as Comparable);
    if (found.length === mostRows) break;
  }
  return found;
}
