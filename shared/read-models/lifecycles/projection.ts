import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { asOfRows, knownIn, partitionsKnown } from '#shared/projections/engine/as-of-rows.ts';
import {
  eventIn,
  type EventState,
  stateAfter,
  streamHistoryRange,
  streamRange,
} from '#shared/projections/engine/stored-events.ts';
import { eventsReported } from '#shared/projections/engine/reported-events.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

/** Streams with a lifecycle of their own: their events are read as they are. */
const withLifecycle = /^(visit|agreement|mission|measure)\//;
/** The events between two states, among all others of their stream, that found or end their relations. */
const ofRelations = new Set(['RecognitionGranted', 'RelationsEstablished', 'RelationsSevered', 'RelationsRestored']);

const isListed = ({ stream, type }: SeenEvent): boolean => ofRelations.has(type) && !withLifecycle.test(stream);

/** Answers "when were these relations established, severed, restored?", now and as it was known at any time. */
export const lifecycles = asOfRows<Omit<LifecycleEvent, 'knownSince'>>({
  name: 'lifecycles',
  version: 2,
  places: (event) => (isListed(event) ? [{ partition: event.stream, sort: paddedPosition(event.position) }] : []),
  entry: (event) => event,
});

type Rows = Pick<RowReader, 'rows' | 'load' | 'upTo' | 'knownBy'>;

/** The partitions that the lifecycle of a stream is read from. */
export const lifecyclePartitions = (stream: string, asOf: string | undefined): string[] =>
  withLifecycle.test(stream)
    ? [streamRange(stream), ...(asOf === undefined ? [] : [streamHistoryRange(stream)])].map(
        ({ partition }) => partition,
      )
    : partitionsKnown(lifecycles, stream, asOf);

/** The lifecycle of a stream as it is known, or was at an instant (UTC), in the order in which it was recorded. */
export async function lifecycleStepsOf(
  store: Rows,
  stream: string,
  asOf: string | undefined,
): Promise<LifecycleEvent[]> {
  if (!withLifecycle.test(stream)) {
    const known = knownIn(store, lifecycles, { partition: stream, order: 'ascending', asOf });
    return (await Array.fromAsync(known)).map(({ entry, since }) => ({ ...entry, knownSince: since }));
  }
  const states = await (asOf === undefined ? statesNow(store, stream) : statesThen(store, stream, asOf));
  return states.map(({ event, since }) => ({ ...event, knownSince: since }));
}

const statesNow = async (store: Rows, stream: string): Promise<EventState[]> =>
  (await Array.fromAsync(store.rows(streamRange(stream)))).flatMap((row) => eventIn(row) ?? []);

/** The states that the events of a stream had at an instant: one query of the events, and one of what was corrected. */
async function statesThen(store: Rows, stream: string, asOf: string): Promise<EventState[]> {
  if (store.knownBy === 'reported') return statesReported(store, stream, asOf);
  const [current, steps] = await Promise.all([
    statesNow(store, stream),
    Array.fromAsync(store.rows(streamHistoryRange(stream)), stateAfter),
  ]);
  const histories = Map.groupBy(steps, ({ event }) => event.id);
  return current.flatMap((state) =>
    [...(histories.get(state.event.id) ?? []), state].findLast(({ since }) => since <= asOf) ?? []);
} // prettier-ignore

/** The states that were known by report. */
async function statesReported(store: Rows, stream: string, asOf: string): Promise<EventState[]> {
  const current = await statesNow(store, stream);
  const reported = await eventsReported(store, new Map(current.map(({ event }) => [event.id, event])), asOf);
  return current.flatMap(({ event: { id }, madeAt }) => {
    const known = reported.get(id);
    return known === undefined ? [] : [{ ...known, madeAt }];
  });
}
