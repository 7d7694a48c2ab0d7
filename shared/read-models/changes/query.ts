import { maxPageBytes, replyBytes } from '#shared/page-size.ts';
import { allOn, changes, type RecordedChange } from './projection.ts';
import { aboutDyad } from '#shared/read-models/parties/counted-events.ts';
import { aboutParty } from '#shared/read-models/parties/dossiers.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** Whose changes are asked for, as a query names it; `undefined`: all. */
export function changesSubject({
  party,
  dyad,
}: {
  readonly party?: string | undefined;
  readonly dyad?: string | undefined;
}): string | undefined {
  if (party !== undefined) return aboutParty(party);
  return dyad === undefined ? undefined : aboutDyad(dyad);
}

export interface ChangesQuery {
  /** Whose changes: a party's, a dyad's; absent: all. */
  readonly subject?: string | undefined;
  /** Changes after this position. */
  readonly after: number;
  readonly limit: number;
}

/** A page of changes, oldest first: one query of the rows that it shows; of all changes, one more for every 10 000 positions. */
export async function readChanges(store: Pick<ReadModels, 'rows'>, query: ChangesQuery): Promise<RecordedChange[]> {
  const found: RecordedChange[] = [];
  let bytes = 0;
  for await (const change of changesAfter(store, query)) {
    found.push(change);
    bytes += replyBytes(change);
    if (found.length === query.limit || bytes > maxPageBytes) break;
  }
  return found;
}

/** Every position of the feed makes one change, so that all of them end where a partition is not full. */
async function* changesAfter(
  store: Pick<ReadModels, 'rows'>,
  { subject, after, limit }: ChangesQuery,
): AsyncGenerator<RecordedChange> {
  let last = after;
  for (let partition = subject ?? allOn(last + 1); ; partition = allOn(last + 1)) {
    const rows = store.rows({
      partition: storedPartition(changes, partition),
      order: 'ascending',
      from: paddedPosition(last + 1),
      pageSize: limit,
    });
    for await (const { data } of rows) {
      const change = data as RecordedChange;
      last = change.position;
      yield change;
    }
    if (subject !== undefined || allOn(last + 1) === partition) return;
  }
}
