import { eventIn, type EventState, stateAfter, storedEventKey, storedHistoryKey } from './stored-events.ts';
import { type ReadModels, rowId } from './read-models.ts';

/** An event as the event of the feed at a position made it. */
export interface StateRef {
  readonly stream: string;
  readonly version: number;
  readonly madeAt: number;
}

/**
 * Reads states of events, by reference: one round of reads for the events as they are, and another for states that
 * corrections have overtaken.
 */
export async function statesAt<Ref extends StateRef>(
  store: Pick<ReadModels, 'load'>,
  refs: readonly Ref[],
): Promise<ReadonlyMap<Ref, EventState>> {
  const found = new Map<Ref, EventState>();
  const rows = await load(store, refs, (ref) => storedEventKey(ref.stream, ref.version));
  for (const ref of refs) {
    const row = rows.get(ref);
    const state = row && eventIn(row);
    if (state?.madeAt === ref.madeAt) found.set(ref, state);
  }
  const overtaken = refs.filter((ref) => !found.has(ref) && rows.has(ref));
  const steps = await load(store, overtaken, (ref) => storedHistoryKey(ref, ref.madeAt));
  for (const [ref, row] of steps) found.set(ref, stateAfter(row));
  return found;
}

async function load<Ref>(
  store: Pick<ReadModels, 'load'>,
  refs: readonly Ref[],
  keyOf: (ref: Ref) => Parameters<typeof rowId>[0],
) {
  if (refs.length === 0) return new Map<Ref, never>();
  const keys = new Map(refs.map((ref) => [rowId(keyOf(ref)), keyOf(ref)]));
  const rows = await store.load([...keys.values()]);
  return new Map(
    refs.flatMap((ref) => {
      const row = rows.get(rowId(keyOf(ref)));
      return row === undefined ? [] : [[ref, row] as const];
    }),
  );
}
