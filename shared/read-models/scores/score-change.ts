import { type Contribution, contributionsOf } from '#shared/domain/scoring/contributions.ts';
import { treeNode } from '#shared/domain/scoring/event-tree.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import type { Counts } from '#shared/domain/scoring/counts.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';
import { countFacetsOf, countsFor, dyadsIn, longer, yearOf } from '#shared/read-models/parties/count-facets.ts';
import { planted } from './forest.ts';
import { type ForestSources, loadForest, type NodeChange, nodeChanges } from './load-forest.ts';
import type { TreeRow } from './tree-rows.ts';

/**
 * An event in the counts of a dyad, on its first day; or under `longer`, when it may have happened in more than one
 * year.
 */
export interface CountedDay {
  readonly dyad: string;
  readonly day: string;
  readonly counts: Counts;
}

/**
 * What an event of the feed changes in what the relations of dyads add up to: what counted before, and what counts now.
 */
export interface ScoreChange {
  readonly position: number;
  readonly before: readonly Contribution[];
  readonly after: readonly Contribution[];
  readonly countedBefore: readonly CountedDay[];
  readonly countedAfter: readonly CountedDay[];
  /** The rows of trees that say what is scored together from then on. */
  readonly rows: readonly TreeRow[];
}

/** Changes of scores, and the trees that their events are in after the last of them; null: in none. */
export interface ScoreChanges {
  readonly changes: readonly ScoreChange[];
  readonly memberships: ReadonlyMap<string, string | null>;
}

/**
 * The changes of scores that changes of events make, in their order: of the first ones, when more of them move more
 * than so many rows. They follow from the trees just before and just after each event, and so are the same whenever
 * they are asked for. Costs two rounds of reads, whatever the number of changes and the size of the trees.
 */
export async function scoreChangesOf(
  sources: ForestSources,
  changes: readonly Change[],
  maxRows = Number.POSITIVE_INFINITY,
): Promise<ScoreChanges> {
  const moved = new Map(nodeChanges(sources.scoring, changes).map((one) => [one.change.position, one]));
  const forest = await loadForest(sources, [...moved.values()]);
  const scored = ({ change, former, node }: NodeChange) => {
    const { position, after } = change;
    const { rows, ...counting } = planted(forest, { place: after.position, node }, former, position);
    return { ...difference(counting.before, counting.after), rows };
  };
  const scoreChanges: ScoreChange[] = [];
  let moving = 0;
  for (const change of changes) {
    const { position, before, after } = change;
    const one = moved.get(position);
    if (one === undefined && before === undefined) forest.alone.set(after.id, { place: position, node: { id: after.id, facts: null } });
    const counted = difference(before === undefined ? [] : countedDays(before), countedDays(after));
    const made = one === undefined ? { before: [], after: [], rows: [] } : scored(one);
    scoreChanges.push({ position, ...made, countedBefore: counted.before, countedAfter: counted.after });
    moving += made.rows.length + made.before.length + made.after.length;
    if (moving > maxRows) break;
  }
  return { changes: scoreChanges, memberships: forest.memberships };
} // prettier-ignore

/** What an event that stands alone changes when it is first recorded. */
export const freshScoreChange = (scoring: Scoring, { position, after }: Change): ScoreChange => ({
  position,
  before: [],
  after: contributionsOf([treeNode(scoring, after).facts].filter((facts) => facts !== null)),
  countedBefore: [],
  countedAfter: countedDays(after),
  rows: [],
});

/** What an event counts for in the relations that it is about. */
export function countedDays(event: SeenEvent): CountedDay[] {
  const facets = countFacetsOf(event);
  if (facets.withdrawn === true) return [];
  const day = yearOf(facets) === longer ? longer : (occurredRange(event.occurred).from ?? longer);
  const counts = countsFor(facets);
  return dyadsIn(facets).map((dyad) => ({ dyad, day, counts }));
}

/** Without what counts before and after alike. */
function difference<Counting>(before: readonly Counting[], after: readonly Counting[]) {
  if (before.length === 0 || after.length === 0) return { before, after };
  const texts = (some: readonly Counting[]) => new Set(some.map((one) => JSON.stringify(one)));
  const [old, current] = [texts(before), texts(after)];
  return {
    before: before.filter((one) => !current.has(JSON.stringify(one))),
    after: after.filter((one) => !old.has(JSON.stringify(one))),
  };
}
