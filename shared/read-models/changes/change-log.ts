import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { mostBilateral } from '#shared/domain/events/multilateral.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { mentionedParties } from '#shared/domain/parties/mentioned-parties.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import { type Projection, storedPartition } from '#shared/projections/engine/projection.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { type CountFacets, countFacetsOf } from '#shared/read-models/parties/count-facets.ts';

/** A change, as short as it can be found by. */
export interface LoggedChange {
  readonly position: number;
  /** When it was recorded. */
  readonly since: string;
  /** The event that was recorded or corrected. */
  readonly id: string;
  readonly correction?: true;
  /** The event before and after, where a correction changes any of this. */
  readonly before?: CountFacets;
  readonly after: CountFacets;
  /** The parties that the event names, before or after, other than those that take part. */
  readonly others?: readonly string[];
}

/**
 * So many positions are logged in one row, which stays within a kilobyte as a rule, and so many rows are in one
 * partition.
 */
const positionsPerRow = 4;
const positionsPerPartition = 10_000;

const partitionOf = (position: number): string => String(Math.floor(position / positionsPerPartition)).padStart(8, '0');
const sortOf = (position: number): string => paddedPosition(position - (position % positionsPerRow));

/**
 * Answers "what has changed since I last looked?": every change in the order of the feed, each by whom and what it
 * concerns.
 */
export const changes: Projection<readonly LoggedChange[]> = {
  name: 'changes',
  version: 2,
  isWhole: (inputs) => inputs.length === positionsPerRow,
  keys: ({ position }) => [{ partition: partitionOf(position), sort: sortOf(position) }],
  project: (row = [], change) => [...row, loggedChange(change)],
};

function loggedChange({ position, recordedAt, cause, before, after }: Change): LoggedChange {
  const facets = countFacetsOf(after);
  const former = before && countFacetsOf(before);
  const differs = former !== undefined && JSON.stringify(former) !== JSON.stringify(facets);
  const named = new Set([...facets.parties, ...(differs ? former.parties : [])]);
  const mentioned = [...mentionedParties(after), ...(before === undefined ? [] : mentionedParties(before))];
  const others = [...new Set(mentioned)].filter((party) => !named.has(party));
  return {
    position,
    since: recordedAt,
    id: after.id,
    ...(isCorrection(cause) && { correction: true }),
    ...(differs && { before: former }),
    after: facets,
    ...(others.length > 0 && { others }),
  };
}

/** Whether a change concerns a party: the event names it, before or after. */
export const concernsParty =
  (party: string) =>
  ({ before, after, others = [] }: LoggedChange): boolean =>
    [after.parties, before?.parties ?? [], others].some((parties) => parties.includes(party));

/** Whether a change concerns a dyad: the event is about it, before or after. */
export function concernsDyad(dyad: string): (change: LoggedChange) => boolean {
  const pair = splitPair(dyad) ?? [];
  const isOfThem = (parties: readonly string[]) =>
    parties.length <= mostBilateral && pair.length === 2 && pair.every((party) => parties.includes(party));
  const isAbout = ({ parties, bearsOn = [] }: CountFacets): boolean => bearsOn.includes(dyad) || isOfThem(parties);
  return ({ before, after }) => isAbout(after) || (before !== undefined && isAbout(before));
}

type Store = Pick<RowReader, 'rows' | 'upTo'>;

/** Positions that may be missing at the end of a partition, set aside, before it counts as the end of the log. */
const mostMissing = 100;

/**
 * Reads the log from a position on up to the watermark, so many positions in one query; absent: as many as a query
 * returns.
 */
export async function* logFrom(store: Store, position: number, atOnce?: number): AsyncGenerator<LoggedChange> {
  const { upTo = Number.POSITIVE_INFINITY } = store;
  for (let next = position; ;) {
    const rows = store.rows({
      partition: storedPartition(changes, partitionOf(next)),
      order: 'ascending',
      from: sortOf(next),
      ...(atOnce !== undefined && { pageSize: Math.ceil(atOnce / positionsPerRow) + 1 }),
    });
    let last = next - 1;
    for await (const { data } of rows) {
      for (const change of data as LoggedChange[]) {
        if (change.position < next) continue;
        if (change.position > upTo) return;
        last = change.position;
        yield change;
      }
    }
    const end = next - (next % positionsPerPartition) + positionsPerPartition - 1;
    if (end - last > mostMissing) return;
    next = end + 1;
  }
}

/**
 * A change of what is counted: nothing before where an event was first recorded, nothing at all where a correction
 * changes none of it.
 */
export type CountedChange = Pick<LoggedChange, 'since' | 'before'> & { readonly after?: CountFacets };

/** Reads what the changes between two positions, both included, count for. */
export async function* logBetween(
  store: Store,
  { first, last }: { readonly first: number; readonly last: number },
): AsyncGenerator<CountedChange> {
  for await (const { position, since, before, after, correction } of logFrom(store, first)) {
    if (position > last) return;
    if (correction === true && before === undefined) continue;
    yield { since, after, ...(before !== undefined && { before }) };
  }
}
