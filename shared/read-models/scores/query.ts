import { type Contribution, contributionsOf } from '#shared/domain/scoring/contributions.ts';
import { rootOf, type TreeNode, treeNode } from '#shared/domain/scoring/event-tree.ts';
import type { DayTally } from '#shared/domain/scoring/relation-index.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import type { Counts } from '#shared/domain/scoring/counts.ts';
import { addCounts } from '#shared/domain/scoring/counts.ts';
import { newestScoring, type Scoring } from '#shared/domain/scoring/scoring.ts';
import type { ScoredFacts } from '#shared/domain/scoring/scored-facts.ts';
import { type CountedPart, countedParts, lessSuspects } from '#shared/domain/scoring/shared-days.ts';
import { emptyTally, type Tally, tallied } from '#shared/domain/scoring/tally.ts';
import type { ListedEvent } from '#shared/projections/engine/event-list.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels, RowReader } from '#shared/projections/engine/read-models.ts';
import { longer } from '#shared/read-models/parties/count-facets.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { eventsIn, mostTogether } from '#shared/read-models/timeline/query.ts';
import { eventsKnown } from './events-known.ts';
import { daysOfDyad, scores, type ScoresRow } from './projection.ts';
import { type Days, joinedDays, multilateralDays } from './multilateral-days.ts';
import { countedDays } from './score-change.ts';

export interface DaysAsked {
  readonly dyad: string;
  readonly scale: Scale;
  /** The first and the last day. */
  readonly from: string;
  readonly to: string;
  /** The instant (UTC) of the knowledge; absent: now. */
  readonly asOf?: string | undefined;
  /** By which what was known is added up; absent: the newest. */
  readonly scoring?: Scoring;
}

/**
 * The days of a relation that have scored events, with its shares of multilateral ones. What was known at an instant is
 * added up anew, from the timeline.
 */
export async function daysOf(store: RowReader, asked: DaysAsked): Promise<Days> {
  const own = asked.asOf === undefined ? daysNow(store, asked) : daysThen(store, asked, asked.asOf);
  const [days, shares] = await Promise.all([own, multilateralDays(store, asked)]);
  return { days: joinedDays(days, shares.days), isCut: shares.isCut };
}

async function daysNow(store: Pick<ReadModels, 'rows'>, { dyad, scale, from, to }: DaysAsked): Promise<DayTally[]> {
  const days: DayTally[] = [];
  for await (const { sort, data } of rowsOfDyad(store, dyad, { from, to: `${to}#~` })) addDay(days, sort, (data as ScoresRow)[scale]);
  return days.filter(({ tally }) => !isEmpty(tally));
} // prettier-ignore

/** Adds a row of a day, and the one beside it, which comes next: what suspects count less. */
function addDay(days: DayTally[], sort: string, tally: Tally | undefined): void {
  if (sort === longer || tally === undefined) return;
  const day = sort.slice(0, 'YYYY-MM-DD'.length);
  const last = days.at(-1);
  if (last?.day === day) days[days.length - 1] = { day, tally: lessSuspects(last.tally, tally) };
  else days.push({ day, tally });
}

/** The partition of a relation's days. */
export const daysPartition = (dyad: string): string => storedPartition(scores, daysOfDyad(dyad));

const rowsOfDyad = (store: Pick<ReadModels, 'rows'>, dyad: string, range: { from?: string; to?: string }) =>
  store.rows({ partition: daysPartition(dyad), order: 'ascending', ...range });

async function daysThen(store: RowReader, asked: DaysAsked, asOf: string): Promise<DayTally[]> {
  return daysAmong(await partsKnown(store, asked.dyad, asOf, asked.scoring), asked);
}

/** Returns the days among what counted. */
export function daysAmong(
  counted: readonly CountedPart[],
  { scale, from, to }: Pick<DaysAsked, 'scale' | 'from' | 'to'>,
): DayTally[] {
  const asked = counted.filter((one) => one.scale === scale && one.day >= from && one.day <= to);
  return [...Map.groupBy(asked, ({ day }) => day)]
    .map(([day, some]): DayTally => ({ day, tally: some.reduce((sum, one) => tallied(sum, one, one.times), emptyTally) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
} // prettier-ignore

/** What a relation adds up to: its days are those of the range that was asked for. */
export interface RelationSums extends Days {
  /** How many events of any day there were, by year. */
  readonly years: ReadonlyMap<string, Counts>;
}

/**
 * The days of a relation, with its shares of multilateral events, and the counts of its own: one query of all its days,
 * or, as of an instant, of its timeline.
 */
export async function relationSums(
  store: RowReader,
  asked: DaysAsked,
  ofMany: Promise<Days> | Days = multilateralDays(store, asked),
): Promise<RelationSums> {
  const [{ days, years }, shares] = await Promise.all([ownSums(store, asked), ofMany]);
  return { days: joinedDays(days, shares.days), isCut: shares.isCut, years };
}

async function ownSums(store: RowReader, asked: DaysAsked): Promise<Omit<RelationSums, 'isCut'>> {
  const { dyad, scale, from, to, asOf, scoring } = asked;
  if (asOf !== undefined) {
    const events = await timelineOf(store, dyad, asOf);
    const counted = events.flatMap((event) => countedDays(event)).filter((one) => one.dyad === dyad);
    const contributions = await contributionsAmong(store, events, { dyad, asOf, scoring });
    return { days: daysAmong(countedParts(contributions, events), asked), years: byYear(counted) };
  }
  const days: DayTally[] = [];
  const counted: { day: string; counts: Counts }[] = [];
  for await (const { sort, data } of rowsOfDyad(store, dyad, {})) {
    const { counts, ...tallies } = data as ScoresRow;
    if (counts !== undefined) counted.push({ day: sort, counts });
    if (sort >= from && sort <= `${to}#~`) addDay(days, sort, tallies[scale]);
  }
  return { days: days.filter(({ tally }) => !isEmpty(tally)), years: byYear(counted) };
} // prettier-ignore

function byYear(counted: readonly { readonly day: string; readonly counts: Counts }[]): ReadonlyMap<string, Counts> {
  const years = new Map<string, Counts>();
  for (const { day, counts } of counted) {
    const year = day === longer ? longer : day.slice(0, 'YYYY'.length);
    const sum = addCounts(years.get(year) ?? {}, counts);
    if (Object.keys(sum).length > 0) years.set(year, sum);
    else years.delete(year);
  }
  return new Map([...years].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const timelineOf = async (store: RowReader, dyad: string, asOf: string): Promise<ListedEvent[]> =>
  Array.fromAsync(
    eventsIn(store, timeline, { subject: dyad, order: 'oldest', limit: mostTogether, asOf, withWithdrawn: true }),
  );

/**
 * What counted in a relation on its days, as it was known at an instant, less what suspects shared. Reads the whole
 * timeline, since an event outside a range may be part of a visit within it, and beyond that only events between others
 * that these belong to.
 */
export async function partsKnown(
  store: RowReader,
  dyad: string,
  asOf: string,
  scoring?: Scoring,
): Promise<CountedPart[]> {
  const events = await timelineOf(store, dyad, asOf);
  return countedParts(await contributionsAmong(store, events, { dyad, asOf, scoring }), events);
}

interface Counting {
  readonly dyad: string;
  /** Absent: what is known now. */
  readonly asOf: string | undefined;
  readonly scoring: Scoring | undefined;
}

/** What counts in a relation among some events of its timeline, joined with the events that these belong to. */
export async function contributionsAmong(
  store: RowReader,
  events: readonly ListedEvent[],
  { dyad, asOf, scoring = newestScoring }: Counting,
): Promise<Contribution[]> {
  const inOrder = events.toSorted((a, b) => a.position - b.position);
  const nodes = new Map<string, TreeNode | undefined>(inOrder.map((event) => [event.id, treeNode(scoring, event)]));
  await addWholes(store, nodes, { asOf, scoring });
  const trees = new Map<string, ScoredFacts[]>();
  for (const { id } of inOrder) {
    const facts = nodes.get(id)?.facts ?? null;
    const root = await rootOf(id, async (each) => nodes.get(each));
    if (facts !== null) trees.set(root, [...(trees.get(root) ?? []), facts]);
  }
  return [...trees.values()].flatMap(contributionsOf).filter((one) => one.dyad === dyad);
}

/** Wholes of wholes that are followed: the ledger allows ten. */
const deepest = 12;

/** Adds what events belong to, level by level, where it is not among them. */
async function addWholes(
  store: RowReader,
  nodes: Map<string, TreeNode | undefined>,
  { asOf, scoring }: { readonly asOf: string | undefined; readonly scoring: Scoring },
): Promise<void> {
  for (let level = 0; level < deepest; level += 1) {
    const parents = new Set([...nodes.values()].flatMap((node) => node?.parent ?? []));
    const unknown = [...parents].filter((id) => !nodes.has(id));
    if (unknown.length === 0) return;
    const found = await eventsKnown(store, unknown, asOf);
    for (const id of unknown) {
      const event = found.get(id);
      nodes.set(id, event && treeNode(scoring, event));
    }
  }
}

const isEmpty = ({ counts }: Tally): boolean => Object.keys(counts).length === 0;
