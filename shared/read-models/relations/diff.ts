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

/** What has become of an event in between. */
export const diffKinds = ['new', 'confirmed', 'denied', 'corrected', 'retracted', 'gone'] as const;
export type DiffKind = (typeof diffKinds)[number];

/** An event of which something else was known at the end than at the beginning. */
export interface EventDiff {
  readonly kind: DiffKind;
  /** As it was known at the end; one that is `gone`, at the beginning. */
  readonly event: ReturnType<typeof withoutReports<ListedEvent>>;
  /** What was corrected of it; empty for a new one. */
  readonly differences: readonly Difference[];
}

/** What was known of a dyad at two instants. */
export interface KnownTwice {
  readonly store: RowReader;
  readonly before: NewestEvents;
  readonly after: NewestEvents;
}

export interface Instants {
  readonly from: string;
  readonly to: string;
}

/** Rows of a timeline that are read at once and kept; of a longer one what is needed is read each time. */
const mostRows = 20_000;

/** Reads what was known of a dyad at two instants. */
export async function knownTwice(reader: RowReader, dyad: string, { from, to }: Instants): Promise<KnownTwice> {
  const partitions = [dyad, longOf(dyad)].flatMap((name) => partitionsKnown(timeline, name, to));
  const store = await withWhole(reader, partitions, mostRows);
  const [before, after] = await Promise.all([newestEvents(store, dyad, from), newestEvents(store, dyad, to)]);
  return { store, before, after };
}

/** Tells what differs between two times, event by event: those of the end in order, newest first, then those that are gone. */
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

/** The events of the days that both times reach back to: of a long timeline, each has the newest only. */
function inBoth({ before, after }: Pick<KnownTwice, 'before' | 'after'>): [ListedEvent[], ListedEvent[]] {
  const place = ({ from, position }: ListedEvent) => daySort(from, position);
  const oldest = [before, after].flatMap(({ events, isCut }) => (isCut ? events.slice(-1).map(place) : []));
  const first = oldest.reduce((one, other) => (other > one ? other : one), '');
  const reached = ({ events }: NewestEvents) => events.filter((event) => place(event) >= first);
  return [reached(before), reached(after)];
}

/** Every correction counts itself, and lists compute days; that says nothing. */
const saysNothing = new Set(['/corrections', '/from', '/to']);

function eventDiff(before: ListedEvent | undefined, after: ListedEvent): EventDiff | undefined {
  const event = withoutReports(after);
  // Recorded and retracted in between: nothing was to be known of it at either end.
  if (before === undefined) return after.withdrawn === undefined ? { kind: 'new', event, differences: [] } : undefined;
  const found = differences(before, after).filter(({ pointer }) => !saysNothing.has(pointer));
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

/** Tells how a relation was at both times, as known then. */
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
