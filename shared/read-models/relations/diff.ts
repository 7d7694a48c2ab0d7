import { withoutReports } from '#shared/domain/events/counted-evidence.ts';
import { type Difference, differences } from '#shared/domain/events/differences.ts';
import { horizonOf, indexAt, type RelationIndex } from '#shared/domain/scoring/relation-index.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import { partitionsKnown } from '#shared/projections/engine/as-of-rows.ts';
import { daySort, longOf } from '#shared/projections/engine/day-index.ts';
import type { ListedEvent } from '#shared/projections/engine/event-list.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { factsAmong, type NewestEvents, newestEvents } from '#shared/read-models/phases/dyad-facts.ts';
import { phasesShown } from '#shared/read-models/phases/phases-shown.ts';
import { contributionsAmong, daysAmong } from '#shared/read-models/scores/query.ts';
import { shownIndex } from '#shared/read-models/scores/shown-scores.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';

/** The ways in which an event may be known otherwise at the later of two instants. */
export const diffKinds = ['new', 'confirmed', 'denied', 'corrected', 'retracted', 'gone'] as const;
export type DiffKind = (typeof diffKinds)[number];

/** An event that is known otherwise at the later of two instants. */
export interface EventDiff {
  readonly kind: DiffKind;
  /** The event as known at the later instant; one that is `gone`, at the earlier. */
  readonly event: ReturnType<typeof withoutReports<ListedEvent>>;
  /** The fields that differ; none of a new one. */
  readonly differences: readonly Difference[];
}

/** The newest events of a dyad, as known at two instants. */
export interface KnownTwice {
  readonly store: RowReader;
  readonly before: NewestEvents;
  readonly after: NewestEvents;
}

export interface Instants {
  readonly from: string;
  readonly to: string;
}

/** Reads the newest events of a dyad as known at two instants; a long timeline is read for each. */
export async function knownTwice(reader: RowReader, dyad: string, { from, to }: Instants): Promise<KnownTwice> {
  const partitions = [dyad, longOf(dyad)].flatMap((name) => partitionsKnown(timeline, name, to));
  const store = await withWhole(reader, partitions);
  const [before, after] = await Promise.all([newestEvents(store, dyad, from), newestEvents(store, dyad, to)]);
  return { store, before, after };
}

/**
 * Compares what was known at two instants, event by event: first those known at the later, newest first, then those
 * that are gone.
 */
export function eventDiffs(known: Pick<KnownTwice, 'before' | 'after'>): EventDiff[] {
  const [before, after] = inBoth(known);
  const [former, current] = [before, after].map((events) => new Map(events.map((event) => [event.id, event])));
  const changed = after.flatMap((event) => eventDiff(former?.get(event.id), event) ?? []);
  const gone = before.filter(({ id, withdrawn }) => withdrawn === undefined && current?.has(id) !== true);
  return [
    ...changed,
    ...gone.map((event): EventDiff => ({ kind: 'gone', event: withoutReports(event), differences: [] })),
  ];
}

/** Returns the events of the days that both reach back to: of a long timeline, each has the newest only. */
function inBoth({ before, after }: Pick<KnownTwice, 'before' | 'after'>): [ListedEvent[], ListedEvent[]] {
  const place = ({ from, position }: ListedEvent) => daySort(from, position);
  const oldest = [before, after].flatMap(({ events, isCut }) => (isCut ? events.slice(-1).map(place) : []));
  const first = oldest.reduce((one, other) => (other > one ? other : one), '');
  const reached = ({ events }: NewestEvents) => events.filter((event) => place(event) >= first);
  return [reached(before), reached(after)];
}

/** Fields that are derived: a difference in them is no correction. */
const derived = new Set(['/corrections', '/from', '/to']);

function eventDiff(before: ListedEvent | undefined, after: ListedEvent): EventDiff | undefined {
  const event = withoutReports(after);
  // Recorded and retracted in between: it was known at neither instant.
  if (before === undefined) return after.withdrawn === undefined ? { kind: 'new', event, differences: [] } : undefined;
  const found = differences(before, after).filter(({ pointer }) => !derived.has(pointer));
  return found.length === 0 ? undefined : { kind: kindOf(before, after), event, differences: found };
}

function kindOf(before: ListedEvent, after: ListedEvent): DiffKind {
  if (before.withdrawn === undefined && after.withdrawn !== undefined) return 'retracted';
  if (before.modality === after.modality) return 'corrected';
  return after.modality === 'held' ? 'confirmed' : after.modality === 'denied' ? 'denied' : 'corrected';
}

export interface StateAsked extends Instants {
  readonly dyad: string;
  readonly scale: Scale;
  readonly scoring: Scoring;
}

/** The index of a relation and the words for its phases, as known at an instant. */
export interface RelationState {
  readonly on: string;
  readonly index: RelationIndex;
  readonly words: { readonly cooperative: string[]; readonly conflictual: string[]; readonly tone: string[] };
}

/** Returns the index and the words of a relation at both instants, as known then. */
export async function statesOf({ store, before, after }: KnownTwice, { from, to, ...asked }: StateAsked) {
  const at = async (known: NewestEvents, asOf: string): Promise<RelationState> => {
    const on = asOf.slice(0, 'YYYY-MM-DD'.length);
    const { dyad, scale, scoring } = asked;
    const contributions = await contributionsAmong(store, known.events, { dyad, asOf, scoring });
    const days = daysAmong(contributions, { scale, from: horizonOf(on), to: on });
    const { tempo, tone } = phasesShown(factsAmong(known, contributions, { scale, through: on }));
    const words = { cooperative: tempo.cooperative.words, conflictual: tempo.conflictual.words, tone: tone.words };
    return { on, index: shownIndex(indexAt(days, on)), words };
  };
  return { before: await at(before, from), after: await at(after, to) };
}
