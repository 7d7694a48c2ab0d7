import { isMembershipEvent, membershipPairs, mostMembershipPairs } from '#shared/domain/lifecycles/membership-steps.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { asOfRows, knownIn, partitionsKnown, placesIn } from '#shared/projections/engine/as-of-rows.ts';
import {
  eventIn,
  type EventState,
  stateAfter,
  streamHistoryRange,
  streamRange,
} from '#shared/projections/engine/stored-events.ts';
import { eventsReported } from '#shared/projections/engine/reported-events.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import type { RowKey } from '#shared/projections/engine/projection.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

/** Streams with a lifecycle of their own: their events are read as they are. */
const withLifecycle = /^(visit|agreement|mission|measure)\//;
/** The events between two states, among all others of their stream, that found or end their relations. */
const ofRelations = new Set(['RecognitionGranted', 'RelationsEstablished', 'RelationsSevered', 'RelationsRestored']);

const isListed = ({ stream, type }: SeenEvent): boolean => ofRelations.has(type) && !withLifecycle.test(stream);

/** Begins the partition of what is said of a party's memberships: no stream has this name. */
const memberships = 'memberships/';
const membershipsOf = (party: string): string => `${memberships}${party}`;
/** The organisation of a place in such a partition, where events are listed by organisation and position. */
const organisationAt = (place: string): string => place.slice(0, place.indexOf('#'));

/**
 * Answers "when were these relations established, severed, restored?" and "which organisations has this party joined
 * and left?", now and as it was known at any time.
 */
export const lifecycles = asOfRows<Omit<LifecycleEvent, 'knownSince'>>({
  name: 'lifecycles',
  version: 4,
  places: (event) => {
    const sort = paddedPosition(event.position);
    if (isMembershipEvent(event))
      return membershipPairs(event)
        .slice(0, mostMembershipPairs) // an event that was recorded before there was a limit
        .map(([member, organisation]) => ({ partition: membershipsOf(member), sort: `${organisation}#${sort}` }));
    return isListed(event) ? [{ partition: event.stream, sort }] : [];
  },
  entry: (event, place) => (isMembershipEvent(event) ? ofMembership(event, place) : event),
});

/** Keeps what the membership of a place follows from: there is a row for each. */
const ofMembership = (event: SeenEvent, { partition, sort }: RowKey) => ({
  id: event.id,
  type: event.type,
  stream: event.stream,
  position: event.position,
  recordedAt: event.recordedAt,
  occurred: event.occurred,
  modality: event.modality,
  participants: [
    { party: partition.slice(memberships.length), role: 'source' as const },
    { party: organisationAt(sort), role: 'target' as const },
  ],
  ...(event.withdrawn && { withdrawn: event.withdrawn }),
});

type Rows = Pick<RowReader, 'rows' | 'load' | 'upTo' | 'knownBy'>;

/** The partitions that the lifecycle of a stream is read from. */
export const lifecyclePartitions = (stream: string, asOf: string | undefined): string[] =>
  withLifecycle.test(stream)
    ? [streamRange(stream), ...(asOf === undefined ? [] : [streamHistoryRange(stream)])].map(
        ({ partition }) => partition,
      )
    : partitionsKnown(lifecycles, stream, asOf);

/** The partitions that a party's memberships are read from. */
export const membershipPartitions = (party: string, asOf: string | undefined): string[] =>
  partitionsKnown(lifecycles, membershipsOf(party), asOf);

/** The events about a party's membership of one organisation that are read at most: those recorded last. */
export const mostOfMembership = 100;

/**
 * What is recorded of a party's memberships, as it is known, or was at an instant (UTC). Of each organisation the last
 * events are read, whatever is recorded of others: behind more of them another query begins.
 */
export async function membershipEventsOf(
  store: Rows,
  party: string,
  asOf: string | undefined,
): Promise<LifecycleEvent[]> {
  const events: LifecycleEvent[] = [];
  const range = { partition: membershipsOf(party), order: 'descending', asOf } as const;
  let organisation: string | undefined;
  let seen: number;
  do {
    seen = 0;
    for await (const { place, entry, since } of placesIn(store, lifecycles, { ...range, to: organisation })) {
      seen = organisationAt(place) === organisation ? seen + 1 : 1;
      organisation = organisationAt(place);
      if (seen > mostOfMembership) break;
      if (entry !== null) events.push({ ...entry, knownSince: since });
    }
  } while (seen > mostOfMembership); // all of its events sort after its name, those of the next ones before it
  return events;
}

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
