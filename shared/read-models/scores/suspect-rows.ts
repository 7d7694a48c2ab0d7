import { firstDayOf, lastDayOf, monthOf } from '#shared/domain/dates/calendar.ts';
import { likenessOf } from '#shared/domain/events/duplicate.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { emptyTally, summed, type Tally } from '#shared/domain/scoring/tally.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { type TouchedRow, writeRows } from '#shared/projections/engine/apply-projection.ts';
import { boundedRowKey } from '#shared/projections/engine/bounded-key.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import { type ProjectionName, type RowKey, storedPartition } from '#shared/projections/engine/projection.ts';
import { type ReadModels, rowId, type StoredRow } from '#shared/projections/engine/read-models.ts';
import { longer } from '#shared/read-models/parties/count-facets.ts';
import type { ForestSources } from './load-forest.ts';
import { daysOfDyad, monthAndPartner, monthsOfParty, type ScoresRow } from './projection.ts';
import { countedDays, type ScoreChange, type ScoreChanges } from './score-change.ts';
import { type DaySources, type DyadDay, lessOfDay } from './suspects-of-day.ts';

/** The row beside that of a day, or of a month with a partner: what suspects among its events count less. */
const besides = (sort: string): string => `${sort}#suspects`;
const isBeside = ({ sort }: RowKey): boolean => sort.endsWith('#suspects');

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
 * by whom. A day on which one event was held costs nothing.
 */
export function suspectRows(sources: SuspectSources) {
  const { scores } = sources;
  /** How many events each day has after a change, and at most around it; by the row's id. */
  const held = new Map<string, { readonly after: number; readonly most: number | undefined }>();
  let memberships: ScoreChanges['memberships'] = new Map();
  const cells = new Map<number, readonly (DyadDay & { readonly of: Change })[]>();
  const dayKey = ({ dyad, day }: DyadDay): RowKey =>
    boundedRowKey({ partition: storedPartition(scores, daysOfDyad(dyad)), sort: day });

  const mayHaveSuspects = (of: Change, cell: DyadDay): boolean => {
    const known = held.get(rowId(dayKey(cell)));
    if (of.before === undefined) return (known?.after ?? 0) >= 2;
    if (known?.most !== undefined) return known.most >= 2;
    return known !== undefined || resemblesOthers(of);
  };

  return {
    /** Notes which days changes touch, and returns how many rows may say what suspects among them count less. */
    note: (changes: readonly Change[], scoreChanges: ScoreChanges): number => {
      ({ memberships } = scoreChanges);
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
    /** Watches the rows of days: how many events they count. */
    watched: (row: TouchedRow): TouchedRow => ({
      ...row,
      fold: (before) => {
        const after = row.fold(before);
        const [then, now] = [heldIn(before), heldIn(after ?? before)];
        held.set(rowId(row.key), { after: now, most: after === undefined ? undefined : Math.max(then, now) });
        return after;
      },
    }),
    /** Computes what suspects count less on the days that some changes touched. */
    settle: async (changes: readonly Change[]): Promise<void> => {
      const touched = new Map<string, Cell>();
      for (const { position } of changes) {
        for (const { of, ...cell } of cells.get(position) ?? [])
          if (mayHaveSuspects(of, cell)) touched.set(rowId(dayKey(cell)), { ...cell, position });
      }
      if (touched.size > 0) await computeAnew({ ...sources, memberships }, [...touched.values()]);
      cells.clear();
      held.clear();
    },
  };
}

const heldIn = (row: StoredRow | undefined): number => (row?.data as ScoresRow | undefined)?.counts?.['n'] ?? 0;

const resemblesOthers = ({ before, after }: Change): boolean =>
  before !== undefined && JSON.stringify(likenessOf(before)) !== JSON.stringify(likenessOf(after));

/** The days on which a change moves what counts, or what may resemble what. */
function daysTouched({ before, after }: Change, made: ScoreChange): DyadDay[] {
  const scored = [...made.before, ...made.after].map(({ dyad, from }) => ({ dyad, day: from }));
  const counted = [...(before === undefined ? [] : countedDays(before)), ...countedDays(after)];
  const all = [...scored, ...counted.filter(({ counts }) => counts['n'] === 1).map(({ dyad, day }) => ({ dyad, day }))];
  return [...new Map(all.map((one) => [`${one.dyad} ${one.day}`, one])).values()].filter(({ day }) => day !== longer);
}

/** Writes what suspects count less on some days, and in their months. */
async function computeAnew(sources: SuspectSources & DaySources, cells: readonly Cell[]): Promise<void> {
  const { store, scores } = sources;
  const months = new Map<string, { dyad: string; month: string; position: number }>();
  const rows = await inParallel(cells, async (cell) => {
    const data = await lessOfDay(sources, cell);
    const { dyad, day, position } = cell;
    const month = monthOf(day);
    const key = { partition: storedPartition(scores, daysOfDyad(dyad)), sort: besides(day) };
    return computedRow(key, { data, position }, () => {
      const known = months.get(`${dyad} ${month}`)?.position ?? 0;
      months.set(`${dyad} ${month}`, { dyad, month, position: Math.max(known, position) });
    });
  });
  await writeRows(store, rows);
  const ofMonths = await inParallel([...months.values()], async ({ dyad, month, position }) => {
    const data = await lessOfMonth(sources, dyad, month);
    const parties = splitPair(dyad) ?? [];
    return parties.map((party, index) => {
      const partner = parties[1 - index] ?? '';
      const key = { partition: storedPartition(scores, monthsOfParty(party)), sort: besides(monthAndPartner(month, partner)) };
      return computedRow(key, { data, position });
    });
  });
  await writeRows(store, ofMonths.flat());
} // prettier-ignore

/** A row that is replaced by a later one only; one that says nothing is not begun. */
function computedRow(
  key: RowKey,
  { data, position }: { readonly data: ScoresRow; readonly position: number },
  isKept: () => void = () => {},
): TouchedRow {
  const stored = boundedRowKey(key);
  return {
    key: stored,
    writesOnce: false,
    isFirst: false,
    fold: (before) => {
      if (before === undefined && Object.keys(data).length === 0) return undefined;
      isKept();
      return before !== undefined && before.position >= position ? undefined : { ...stored, position, data };
    },
  };
}

/** What suspects of a relation count less in a month: the sum of its days. */
async function lessOfMonth({ store, scores }: SuspectSources, dyad: string, month: string): Promise<ScoresRow> {
  const partition = storedPartition(scores, daysOfDyad(dyad));
  const days = { from: firstDayOf(month), to: `${lastDayOf(month)}#~` };
  let sum: Partial<Record<Scale, Tally>> = {};
  for await (const row of store.rows({ partition, order: 'ascending', ...days })) {
    if (!isBeside(row)) continue;
    const { counts: _counts, ...tallies } = row.data as ScoresRow;
    for (const [scale, tally] of Object.entries(tallies) as [Scale, Tally][])
      sum = { ...sum, [scale]: summed(sum[scale] ?? emptyTally, tally) };
  }
  return sum;
}
