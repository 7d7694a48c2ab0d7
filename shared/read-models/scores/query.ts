import { type Contribution, contributionsOf } from '#shared/domain/scoring/contributions.ts';
import { rootOf, treeNode } from '#shared/domain/scoring/event-tree.ts';
import type { DayTally } from '#shared/domain/scoring/relation-index.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import { newestScoring, type Scoring } from '#shared/domain/scoring/scoring.ts';
import type { ScoredFacts } from '#shared/domain/scoring/scored-facts.ts';
import { emptyTally, type Tally, tallied } from '#shared/domain/scoring/tally.ts';
import { knownIn } from '#shared/projections/engine/as-of-rows.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { daysOfDyad, scores, type ScoresRow } from './projection.ts';
import { longEvents, shortEvents, timeline, type TimelineEntry } from '#shared/read-models/timeline/projection.ts';
import { knownBy, treeReader } from './trees.ts';

export interface DaysAsked {
  readonly dyad: string;
  readonly scale: Scale;
  /** The first and the last day. */
  readonly from: string;
  readonly to: string;
  /** What was known at this instant (UTC); absent: what is known now. */
  readonly asOf?: string | undefined;
  /** By which what was known is added up; absent: the newest. */
  readonly scoring?: Scoring;
}

type Store = Pick<ReadModels, 'rows'>;

/** The days of a relation that have scored events, in order. What was known at an instant is added up anew, from the timeline. */
export async function daysOf(store: Store, asked: DaysAsked): Promise<DayTally[]> {
  return asked.asOf === undefined ? daysNow(store, asked) : daysThen(store, asked, asked.asOf);
}

async function daysNow(store: Store, { dyad, scale, from, to }: DaysAsked): Promise<DayTally[]> {
  const partition = storedPartition(scores, daysOfDyad(dyad));
  const days: DayTally[] = [];
  for await (const { sort, data } of store.rows({ partition, order: 'ascending', from, to })) {
    const tally = (data as ScoresRow)[scale];
    if (tally !== undefined && !isEmpty(tally)) days.push({ day: sort, tally });
  }
  return days;
}

async function daysThen(
  store: Store,
  { dyad, scale, from, to, scoring }: DaysAsked,
  asOf: string,
): Promise<DayTally[]> {
  const counted = await contributionsKnown(store, dyad, asOf, scoring);
  const asked = counted.filter((one) => one.scale === scale && one.day >= from && one.day <= to);
  return [...Map.groupBy(asked, ({ day }) => day)]
    .map(([day, some]): DayTally => ({ day, tally: some.reduce((sum, one) => tallied(sum, one, 1), emptyTally) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * What counted in a relation as it was known at an instant. Reads the whole timeline, since an event outside a range may be part of a visit within
 * it, and beyond that only events between others that these belong to.
 */
export async function contributionsKnown(
  store: Store,
  dyad: string,
  asOf: string,
  scoring = newestScoring,
): Promise<Contribution[]> {
  const events: TimelineEntry[] = [];
  for (const partition of [shortEvents(dyad), longEvents(dyad)]) {
    for await (const { entry } of knownIn(store, timeline, { partition, order: 'ascending', asOf })) events.push(entry);
  }
  const nodes = new Map(
    events.toSorted((a, b) => a.position - b.position).map((event) => [event.id, treeNode(scoring, event)]),
  );
  const reader = treeReader(store);
  const trees = new Map<string, ScoredFacts[]>();
  for (const { id, facts } of nodes.values()) {
    const root = await rootOf(id, async (each) => nodes.get(each) ?? reader.node(each, knownBy(asOf)));
    if (facts !== null) trees.set(root, [...(trees.get(root) ?? []), facts]);
  }
  return [...trees.values()].flatMap(contributionsOf).filter((one) => one.dyad === dyad);
}

const isEmpty = ({ counts }: Tally): boolean => Object.keys(counts).length === 0;
