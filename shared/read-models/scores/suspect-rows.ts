import { firstDayOf, lastDayOf, monthOf } from '#shared/domain/dates/calendar.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { likenessOf } from '#shared/domain/events/likeness.ts';
import { isHeld } from '#shared/domain/events/held.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { emptyTally, summed, type Tally, wholeWeight } from '#shared/domain/scoring/tally.ts';
import type { TouchedRow } from '#shared/projections/engine/apply-projection.ts';
import { boundedRowKey } from '#shared/projections/engine/bounded-key.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';
import { type ProjectionName, type RowKey, storedPartition } from '#shared/projections/engine/projection.ts';
import { type ReadModels, rowId, type StoredRow } from '#shared/projections/engine/read-models.ts';
import { countFacetsOf, dyadsIn } from '#shared/read-models/parties/count-facets.ts';
import { type Computed, writeComputed } from './computed-rows.ts';
import type { ForestSources } from './load-forest.ts';
import { daysOfDyad, monthAndPartner, monthsOfParty, type ScoresRow } from './projection.ts';
import type { ScoreChange, ScoreChanges } from './score-change.ts';
import { type DaySources, type DyadDay, lessOfDay } from './suspects-of-day.ts';

/** The row beside that of a day, or of a month with a partner: what suspects among its events count less. */
const suspectsSort = (sort: string): string => `${sort}#suspects`;
const isOfSuspects = ({ sort }: RowKey): boolean => sort.endsWith('#suspects');

/** A day with the position of the last change of it. */
interface Cell extends DyadDay {
  readonly position: number;
}

export interface SuspectSources extends ForestSources {
  /** Where the rows of scores are written. */
  readonly store: ReadModels;
  readonly scores: ProjectionName;
}

/**
 * Keeps what suspects count less in sums. It is not folded but computed anew from what is recorded by then, after the
 * other rows of a change are written: so it is right after the last change of a day, however often it was computed and
 * by whom. A day on which one event counts costs nothing.
 */
export function suspectRows(sources: SuspectSources) {
  const { scores } = sources;
  /**
   * How many events count on each day before or after the changes, whichever is more, by the row's id; undefined: they
   * were applied already, and what was before is not known.
   */
  const counted = new Map<string, number | undefined>();
  let memberships: ScoreChanges['memberships'] = new Map();
  const cells = new Map<number, readonly (DyadDay & { readonly of: Change })[]>();
  const ofDays = storedPartition(scores, daysOfDyad(''));
  const dayKey = ({ dyad, day }: DyadDay): RowKey =>
    boundedRowKey({ partition: storedPartition(scores, daysOfDyad(dyad)), sort: day });

  const mayHaveSuspects = (of: Change, cell: DyadDay): boolean => {
    const key = rowId(dayKey(cell));
    return counted.has(key) ? (counted.get(key) ?? 2) >= 2 : resemblesOthers(of);
  };

  return {
    /** Notes which days changes touch, and returns how many rows may say what suspects among them count less. */
    note: (changes: readonly Change[], scoreChanges: ScoreChanges): number => {
      ({ memberships } = scoreChanges);
      counted.clear();
      cells.clear();
      const byPosition = new Map(changes.map((change) => [change.position, change]));
      const [days, months] = [new Set<string>(), new Set<string>()];
      for (const made of scoreChanges.changes) {
        const of = byPosition.get(made.position);
        const touched = of === undefined ? [] : daysTouched(of, made).map((day) => ({ ...day, of }));
        cells.set(made.position, touched);
        for (const { dyad, day } of touched) {
          days.add(`${dyad} ${day}`);
          months.add(`${dyad} ${monthOf(day)}`);
        }
      }
      return days.size + 2 * months.size;
    },
    /** Watches the rows of days: how many events count on them. */
    watched: (row: TouchedRow): TouchedRow => {
      if (!row.key.partition.startsWith(ofDays)) return row;
      const fold = (before: StoredRow | undefined) => {
        const after = row.fold(before);
        counted.set(rowId(row.key), after && Math.max(countedIn(before), countedIn(after)));
        return after;
      };
      return { ...row, fold };
    },
    /** Computes what suspects count less on the days that some changes touched. */
    settle: async (changes: readonly Change[]): Promise<void> => {
      const touched = new Map<string, Cell>();
      for (const { position } of changes) {
        for (const { of, ...cell } of cells.get(position) ?? [])
          if (mayHaveSuspects(of, cell)) touched.set(rowId(dayKey(cell)), { ...cell, position });
      }
      const upTo = changes.at(-1)?.position ?? 0;
      if (touched.size > 0) await computeAnew({ ...sources, memberships }, [...touched.values()], upTo);
    },
  };
}

/** How many events count in a row, on the scale on which most do. */
function countedIn(row: StoredRow | undefined): number {
  const { counts: _counts, ...tallies } = (row?.data ?? {}) as ScoresRow;
  const parts = Object.values(tallies).map(({ counts }) => Object.values(counts).reduce((sum, part) => sum + part, 0));
  return Math.max(0, ...parts) / wholeWeight;
}

const resemblesOthers = ({ before, after }: Change): boolean =>
  before !== undefined && JSON.stringify(likenessOf(before)) !== JSON.stringify(likenessOf(after));

/** The days on which a change moves what counts, or what may resemble what. */
function daysTouched({ before, after }: Change, made: ScoreChange): DyadDay[] {
  const scored = [...made.before, ...made.after].map(({ dyad, from }) => ({ dyad, day: from }));
  const all = [...scored, ...(before === undefined ? [] : firstDays(before)), ...firstDays(after)];
  return [...new Map(all.map((one) => [`${one.dyad} ${one.day}`, one])).values()];
}

/** The day on which a held event begins, in each relation that it is about. */
function firstDays(event: SeenEvent): DyadDay[] {
  const { from: day } = occurredRange(event.occurred);
  return day === null || !isHeld(event) ? [] : dyadsIn(countFacetsOf(event)).map((dyad) => ({ dyad, day }));
}

type Settling = SuspectSources & DaySources;

/** Writes what suspects count less on some days, and in their months, after changes up to a position. */
async function computeAnew(sources: Settling, cells: readonly Cell[], upTo: number): Promise<void> {
  const { store, scores } = sources;
  const days = cells.map((cell) => ({
    ...cell,
    keys: [{ partition: storedPartition(scores, daysOfDyad(cell.dyad)), sort: suspectsSort(cell.day) }],
    compute: async () => lessOfDay(sources, cell),
    again: async () => lessOfDay(await sourcesNow(sources, cell, upTo), cell),
  }));
  const written = await writeComputed(store, days);
  const months = Map.groupBy(written, ({ dyad, day }) => `${dyad} ${monthOf(day)}`);
  const ofMonths = [...months.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : ofMonth(sources, first, Math.max(...[first, ...others].map(({ position }) => position))),
  );
  await writeComputed(store, ofMonths);
}

/** The sources of a day; without the trees that are known where another writer has changed what counts on it since. */
async function sourcesNow(sources: Settling, { dyad, day }: DyadDay, upTo: number): Promise<Settling> {
  const key = boundedRowKey({ partition: storedPartition(sources.scores, daysOfDyad(dyad)), sort: day });
  const { position = 0 } = (await sources.store.load([key])).get(rowId(key)) ?? {};
  return position > upTo ? { ...sources, memberships: new Map() } : sources;
}

/** The rows of the month of a day, one for each of the two parties. */
function ofMonth(sources: SuspectSources, { dyad, day }: DyadDay, position: number): Computed {
  const month = monthOf(day);
  const parties = splitPair(dyad) ?? [];
  const keys = parties.map((party, index) => ({
    partition: storedPartition(sources.scores, monthsOfParty(party)),
    sort: suspectsSort(monthAndPartner(month, parties[1 - index] ?? '')),
  }));
  const compute = async () => lessOfMonth(sources, dyad, month);
  return { keys, position, compute, again: compute };
}

/** What suspects of a relation count less in a month: the sum of its days. */
async function lessOfMonth({ store, scores }: SuspectSources, dyad: string, month: string): Promise<ScoresRow> {
  const partition = storedPartition(scores, daysOfDyad(dyad));
  const days = { from: firstDayOf(month), to: `${lastDayOf(month)}#~` };
  let sum: Partial<Record<Scale, Tally>> = {};
  for await (const row of store.rows({ partition, order: 'ascending', ...days })) {
    if (!isOfSuspects(row)) continue;
    const { counts: _counts, ...tallies } = row.data as ScoresRow;
    for (const [scale, tally] of Object.entries(tallies) as [Scale, Tally][])
      sum = { ...sum, [scale]: summed(sum[scale] ?? emptyTally, tally) };
  }
  return sum;
}
