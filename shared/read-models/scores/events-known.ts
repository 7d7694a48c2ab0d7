import { inParallel } from '#shared/in-parallel.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import {
  eventIn,
  type EventState,
  historyRange,
  stateAfter,
  storedKeyOfId,
} from '#shared/projections/engine/stored-events.ts';
import { eventsReported } from '#shared/projections/engine/reported-events.ts';
import { rowId, type RowReader } from '#shared/projections/engine/read-models.ts';

/**
 * Reads events as they are known, or were at an instant (UTC): one round of reads, and a query for each that was
 * corrected since.
 */
export async function eventsKnown(
  store: RowReader,
  ids: readonly string[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, SeenEvent>> {
  if (asOf !== undefined && store.knownBy === 'reported') {
    const reported = await eventsReported(store, new Map(ids.map((id) => [id, undefined])), asOf);
    return new Map([...reported].map(([id, { event }]) => [id, event]));
  }
  const rows = await store.load(ids.map(storedKeyOfId));
  const known = await inParallel(ids, async (id) => {
    const row = rows.get(rowId(storedKeyOfId(id)));
    const state = row && eventIn(row);
    const then = state && asOf !== undefined ? await knownState(store, state, asOf) : state;
    return [id, then?.event] as const;
  });
  return new Map(known.flatMap(([id, event]) => (event === undefined ? [] : [[id, event] as const])));
}

/** The state of an event at an instant; `undefined`: it was not recorded then. */
async function knownState(
  store: Pick<RowReader, 'rows'>,
  current: EventState,
  asOf: string,
): Promise<EventState | undefined> {
  if (current.since <= asOf) return current;
  if (current.event.recordedAt > asOf) return undefined;
  const steps = await Array.fromAsync(store.rows(historyRange(current.event)), stateAfter);
  return steps.findLast(({ since }) => since <= asOf);
}
