import { type Comparable, dedupeKeys, type Duplicate, duplicateFinder } from '#shared/domain/events/duplicate.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { duplicates } from './projection.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { Progress } from '#shared/projections/engine/projection-progress.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

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
    const rows = (await Promise.all(keys.map(async (key) => comparables(store, key)))).flat();
    return events.map(duplicateFinder([...new Map(rows.map((row) => [row.id, row])).values()]));
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
