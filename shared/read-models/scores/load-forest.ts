import { isBare, type TreeNode, treeNode } from '#shared/domain/scoring/event-tree.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import { eventIn, historyRange, stateAfter, storedKeyOfId } from '#shared/projections/engine/stored-events.ts';
import { type RowReader, rowId, type StoredRow } from '#shared/projections/engine/read-models.ts';
import type { ProjectionName } from '#shared/projections/engine/projection.ts';
import type { Forest } from './forest.ts';
import {
  earlierMemberships,
  type Membership,
  membershipKey,
  nodesAt,
  type PlacedNode,
  treeRange,
} from './tree-rows.ts';

/** A change of what an event counts for, or of what it belongs to. */
export interface NodeChange {
  readonly change: Change;
  readonly former: TreeNode | undefined;
  readonly node: TreeNode;
}

export interface ForestSources {
  /** With the rows of events and trees before the changes at hand. */
  readonly readModels: RowReader;
  readonly trees: ProjectionName;
  readonly scoring: Scoring;
}

/**
 * The changes that may move a score: in the others, an event is and was without score and belongs to nothing, or stays
 * as it was.
 */
export const nodeChanges = (scoring: Scoring, changes: readonly Change[]): NodeChange[] =>
  changes.flatMap((change) => {
    const former = change.before && treeNode(scoring, change.before);
    const node = treeNode(scoring, change.after);
    const same = former === undefined ? isBare(node) : JSON.stringify(former) === JSON.stringify(node);
    return same ? [] : [{ change, former, node }];
  });

/**
 * Loads the trees that changes may touch, as they were before the first of them: one round of reads for the events
 * concerned, and one for the trees that these are in. Where others have gone on since, at a repetition, what was then
 * is read from what stays.
 */
export async function loadForest(sources: ForestSources, changes: readonly NodeChange[]): Promise<Forest> {
  const forest: Forest = { memberships: new Map(), trees: new Map(), alone: new Map() };
  const [first] = changes;
  if (first === undefined) return forest;
  const upTo = first.change.position - 1;
  const { readModels, trees } = sources;
  const parents = changes.flatMap(({ former, node }) => [former?.parent, node.parent]).filter((id) => id !== undefined);
  const ids = [...new Set([...changes.map(({ node }) => node.id), ...parents])];
  const others = [...new Set(parents)];
  const loaded = await readModels.load([...ids.map((id) => membershipKey(trees, id)), ...others.map(storedKeyOfId)]);
  const membershipOf = async (id: string) => membershipAt(sources, id, loaded.get(rowId(membershipKey(trees, id))), upTo);
  for (const [id, tree] of await inParallel(ids, async (each) => [each, await membershipOf(each)] as const)) forest.memberships.set(id, tree);
  await inParallel(others, async (id) => {
    const placed = await placedAt(sources, loaded.get(rowId(storedKeyOfId(id))), upTo);
    if (placed !== undefined) forest.alone.set(id, placed);
  });
  for (const { change, former } of changes) {
    const { id, position } = change.after;
    if (former !== undefined && position <= upTo && !forest.alone.has(id)) forest.alone.set(id, { place: position, node: former });
  }
  const found = [...new Set([...forest.memberships.values()].filter((tree) => tree !== null))];
  await inParallel(found, async (tree) => {
    const nodes = nodesAt(await Array.fromAsync(readModels.rows(treeRange(trees, tree))), upTo);
    forest.trees.set(tree, new Map(nodes.map((one) => [one.node.id, one])));
    for (const id of [tree, ...nodes.map(({ node }) => node.id)]) forest.memberships.set(id, tree);
  });
  return forest;
} // prettier-ignore

/** The tree that an event was in after a position. */
async function membershipAt(
  { readModels, trees }: ForestSources,
  id: string,
  row: StoredRow | undefined,
  upTo: number,
) {
  if (row === undefined) return null;
  if (row.position <= upTo) return (row.data as Membership).tree;
  for await (const { data } of readModels.rows(earlierMemberships(trees, id, upTo))) return (data as Membership).tree;
  return null;
}

/** An event in its place as it was after a position; `undefined`: it was not recorded then. */
async function placedAt(
  { readModels, scoring }: ForestSources,
  row: StoredRow | undefined,
  upTo: number,
): Promise<PlacedNode | undefined> {
  const state = row && eventIn(row);
  if (state === undefined) return undefined;
  const { event, madeAt } = state;
  const place = event.position;
  if (madeAt <= upTo) return { place, node: treeNode(scoring, event) };
  if (place > upTo) return undefined;
  let last: PlacedNode | undefined;
  for await (const step of readModels.rows(historyRange(event))) {
    const then = stateAfter(step);
    if (then.madeAt <= upTo) last = { place, node: treeNode(scoring, then.event) };
  }
  return last;
}
