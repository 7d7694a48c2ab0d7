import { type Comparable, dedupeKeys, likenessOf } from '#shared/domain/events/duplicate.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';

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
