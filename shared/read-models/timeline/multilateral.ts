import { splitPair } from '#shared/domain/parties/dyad.ts';
import { isScored } from '#shared/domain/scoring/scored-dyads.ts';
import type { Known } from '#shared/projections/engine/as-of-places.ts';
import { type DayRange, placesBetween } from '#shared/projections/engine/day-index.ts';
import type { Among, ListEntry } from '#shared/projections/engine/event-list.ts';
import { merged } from '#shared/projections/engine/merged.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { multilateralOf } from './list-names.ts';
import { timeline } from './projection.ts';

/** The rows of a party that one query reads: about a quarter of a megabyte. */
const rowsTogether = 1000;

/**
 * Lists the multilateral events in which both parties of a dyad take part, in the order of their days. An event has the
 * same place in the lists of all its parties, so that the two lists are merged. A place of one list alone is yielded
 * without an entry, so that the caller counts and bounds the rows that were read.
 */
export async function* multilateralOfBoth(
  store: Pick<RowReader, 'rows' | 'load' | 'upTo' | 'knownBy'>,
  dyad: string,
  range: Omit<DayRange, 'partition' | 'pageSize'>,
): AsyncGenerator<Known<ListEntry> & { readonly isScored: boolean }> {
  const [one, other] = (splitPair(dyad) ?? []).map((party) =>
    placesBetween<ListEntry>(store, timeline, {
      ...range,
      partition: multilateralOf(party),
      pageSize: rowsTogether,
    }),
  );
  if (one === undefined || other === undefined) return;
  let first: Known<ListEntry> | undefined;
  for await (const known of merged(one, other, ({ place }) => place, range.order)) {
    if (first === undefined) {
      first = known;
    } else if (first.place === known.place) {
      yield { ...bothKnown(first, known), isScored: areScored(first.entry?.among, known.entry?.among) };
      first = undefined;
    } else {
      yield { ...first, entry: null, isScored: false };
      first = known;
    }
  }
  if (first !== undefined) yield { ...first, entry: null, isScored: false };
}

/** Joins what both lists have at a place, with the rows of both. */
const bothKnown = (one: Known<ListEntry>, other: Known<ListEntry>): Known<ListEntry> => ({
  ...(one.madeAt >= other.madeAt ? one : other),
  entry: other.entry === null ? null : one.entry,
  rows: [...one.rows, ...other.rows],
});

const areScored = (one: Among | undefined, other: Among | undefined): boolean =>
  isScored(one?.side, other?.side, one?.areTwo === true);
