import { type Contribution, contributionsOf } from '#shared/domain/scoring/contributions.ts';
import { treeNode } from '#shared/domain/scoring/event-tree.ts';
import { mostOfDay, mostPlacesOfDay, sharedAway } from '#shared/domain/scoring/shared-days.ts';
import { sharedParts } from '#shared/domain/scoring/shared-parts.ts';
import { emptyTally, tallied } from '#shared/domain/scoring/tally.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { ListedEvent } from '#shared/projections/engine/event-list.ts';
import { listEvents } from '#shared/projections/engine/list-events.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import type { ForestSources } from './load-forest.ts';
import type { ScoresRow } from './projection.ts';
import { type Membership, membershipKey, nodesAt, treeRange } from './tree-rows.ts';

/** A day of a relation. */
export interface DyadDay {
  readonly dyad: string;
  readonly day: string;
}

export interface DaySources extends ForestSources {
  /** The trees of events that are known already; null: in none. */
  readonly memberships: ReadonlyMap<string, string | null>;
}

/** Returns what suspects among the first events of a day count less: a query, and where there are suspects their trees. */
export async function lessOfDay(sources: DaySources, { dyad, day }: DyadDay): Promise<ScoresRow> {
  const events = await firstHeld(sources, { dyad, day });
  const suspects = sharedParts(events);
  if (suspects.size === 0) return {};
  const counted = await countedAmong(
    sources,
    events.filter(({ id }) => suspects.has(id)),
  );
  const own = counted.filter((one) => one.dyad === dyad && one.from === day && suspects.has(one.event));
  return sharedAway(own, events).reduce<ScoresRow>(
    (sum, { scale, times, ...part }) => ({ ...sum, [scale]: tallied(sum[scale] ?? emptyTally, part, times) }),
    {},
  );
}

/** The held events of a relation that begin on a day, in the order in which they were recorded. */
async function firstHeld({ readModels }: ForestSources, { dyad, day }: DyadDay): Promise<ListedEvent[]> {
  const events: ListedEvent[] = [];
  let places = 0;
  const range = { partition: dyad, from: day, to: day, shortDays: 0, onlyShort: true, order: 'ascending' } as const;
  const passes = ({ modality, withdrawn }: { modality: string; withdrawn?: object | undefined }) =>
    modality === 'held' && withdrawn === undefined;
  for await (const { event } of listEvents(readModels, timeline, { ...range, pageSize: mostOfDay + 1, passes })) {
    places += 1;
    if (event !== undefined) events.push(event);
    if (events.length === mostOfDay || places === mostPlacesOfDay) break;
  }
  return events;
}

/** What counts of some events, each with the others of its tree. */
async function countedAmong(sources: DaySources, events: readonly ListedEvent[]): Promise<Contribution[]> {
  const { readModels, trees, scoring, memberships } = sources;
  const unknown = events.filter(({ id }) => !memberships.has(id));
  const loaded = await readModels.load(unknown.map(({ id }) => membershipKey(trees, id)));
  const treeOf = ({ id }: ListedEvent): string | null => {
    const known = memberships.get(id);
    if (known !== undefined) return known;
    return (loaded.get(rowId(membershipKey(trees, id)))?.data as Membership | undefined)?.tree ?? null;
  };
  const alone = events.filter((event) => treeOf(event) === null).map((event) => treeNode(scoring, event).facts);
  const joined = await inParallel([...new Set(events.map(treeOf).filter((tree) => tree !== null))], async (tree) => {
    const rows = await Array.fromAsync(readModels.rows(treeRange(trees, tree)));
    return nodesAt(rows, Number.POSITIVE_INFINITY).flatMap(({ node }) => node.facts ?? []);
  });
  return [...alone.map((facts) => (facts === null ? [] : [facts])), ...joined].flatMap(contributionsOf);
}
