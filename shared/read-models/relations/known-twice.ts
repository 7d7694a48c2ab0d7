import { horizonOf, indexAt, type RelationIndex } from '#shared/domain/scoring/relation-index.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { countedParts } from '#shared/domain/scoring/shared-days.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import { partitionsKnown } from '#shared/projections/engine/as-of-rows.ts';
import { longOf } from '#shared/projections/engine/day-index.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { factsAmong, type NewestEvents, newestEvents } from '#shared/read-models/phases/dyad-facts.ts';
import { phasesShown } from '#shared/read-models/phases/phases-shown.ts';
import { contributionsAmong, daysAmong } from '#shared/read-models/scores/query.ts';
import { shownIndex } from '#shared/read-models/scores/shown-scores.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';

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
    const parts = countedParts(contributions, known.events);
    const days = daysAmong(parts, { scale, from: horizonOf(on), to: on });
    const { tempo, tone } = phasesShown(factsAmong(known, contributions, { scale, through: on }));
    const words = { cooperative: tempo.cooperative.words, conflictual: tempo.conflictual.words, tone: tone.words };
    return { on, index: shownIndex(indexAt(days, on)), words };
  };
  return { before: await at(before, from), after: await at(after, to) };
}
