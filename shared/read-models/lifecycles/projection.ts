import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { asOfRows, knownIn } from '#shared/projections/engine/as-of-rows.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** Streams with a course of their own, and the events between two states that found or end their relations. */
const ofCourse = /^(visit|agreement|mission|measure)\//;
const ofRelations = new Set(['RecognitionGranted', 'RelationsEstablished', 'RelationsSevered', 'RelationsRestored']);

const hasCourse = ({ stream, type }: SeenEvent): boolean => ofCourse.test(stream) || ofRelations.has(type);

/** What no register shows, and who follows an event's id finds. */
const leftOut: ReadonlySet<string> = new Set([
  'schemaVersion',
  'version',
  'recordedBy',
  'reportedAt',
  'evidence',
  'thirdParties',
  'bearsOn',
  'topics',
  'channel',
  'partOf',
  'reactsTo',
  'cameo',
]);

const slim = (event: SeenEvent) =>
  Object.fromEntries(Object.entries(event).filter(([field]) => !leftOut.has(field))) as typeof event;

/** Answers "what course did this visit, agreement, mission, measure take?", now and as it was known at any time. */
export const lifecycles = asOfRows<Omit<LifecycleEvent, 'knownSince'>>({
  name: 'lifecycles',
  version: 1,
  places: (event) => (hasCourse(event) ? [{ partition: event.stream, sort: paddedPosition(event.position) }] : []),
  entry: slim,
});

/** All that is known of a stream's course, or was at an instant (UTC), in the order in which it was recorded. */
export async function lifecycleStepsOf(
  store: Pick<ReadModels, 'rows'>,
  stream: string,
  asOf: string | undefined,
): Promise<LifecycleEvent[]> {
  const known = knownIn(store, lifecycles, { partition: stream, order: 'ascending', asOf });
  return (await Array.fromAsync(known)).map(({ entry, since }) => ({ ...entry, knownSince: since }));
}
