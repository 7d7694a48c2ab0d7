import { likenessOf } from '#shared/domain/events/duplicate.ts';
import { isBare, type TreeNode, treeNode } from '#shared/domain/scoring/event-tree.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';
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

/** Says whether a change makes an event resemble others than before. */
export const resemblesOthers = ({ before, after }: Change): boolean =>
  before !== undefined && JSON.stringify(likenessOf(before)) !== JSON.stringify(likenessOf(after));

/**
 * The changes that may move a score, by position, and those that may move a share in one: in the others, an event is
 * and was without score and belongs to nothing, or stays as it was.
 */
export function changedNodes(scoring: Scoring, changes: readonly Change[]): [Map<number, NodeChange>, NodeChange[]] {
  const moved = new Map<number, NodeChange>();
  const resembling: NodeChange[] = [];
  for (const change of changes) {
    const former = change.before && treeNode(scoring, change.before);
    const node = treeNode(scoring, change.after);
    const same = former === undefined ? isBare(node) : JSON.stringify(former) === JSON.stringify(node);
    if (!same) moved.set(change.position, { change, former, node });
    else if (node.facts !== null && resemblesOthers(change)) resembling.push({ change, former, node });
  }
  return [moved, resembling];
}

/**
 * Loads the trees that changes may touch, as they were before the first of them: one round of reads for the events
 * concerned, and one for the trees that these are in. Where others have gone on since, at a repetition, what was then
 * is read from what stays.
 */
export async function loadForest(sources: ForestSources, changes: readonly NodeChange[]): Promise<Forest> {
  const [first] = changes;
  const upTo = (first?.change.position ?? 1) - 1;
  const parents = changes.flatMap(({ former, node }) => [former?.parent, node.parent]).filter((id) => id !== undefined);
  const own = changes.map(({ node }) => node.id);
  const forest = await loadTreesOf(sources, [...own, ...parents], { others: parents, upTo });
  for (const { change, former } of changes) {
    const { id, position } = change.after;
    if (former !== undefined && position <= upTo && !forest.alone.has(id)) forest.alone.set(id, { place: position, node: former });
  }
  return forest;
} // prettier-ignore

/**
 * Loads the trees of some events as they were after a position, and those events of them that are wanted even if they
 * are alone.
 */
export async function loadTreesOf(
  sources: ForestSources,
  events: readonly string[],
  wanted: { readonly others: readonly string[]; readonly upTo: number },
): Promise<Forest> {
  const forest: Forest = { memberships: new Map(), trees: new Map(), alone: new Map() };
  const { readModels, trees } = sources;
  const { upTo } = wanted;
  const [ids, others] = [[...new Set(events)], [...new Set(wanted.others)]];
  if (ids.length === 0) return forest;
  const loaded = await readModels.load([...ids.map((id) => membershipKey(trees, id)), ...others.map(storedKeyOfId)]);
  const membershipOf = async (id: string) => membershipAt(sources, id, loaded.get(rowId(membershipKey(trees, id))), upTo);
  for (const [id, tree] of await inParallel(ids, async (each) => [each, await membershipOf(each)] as const)) forest.memberships.set(id, tree);
  await inParallel(others, async (id) => {
    const placed = await placedAt(sources, loaded.get(rowId(storedKeyOfId(id))), upTo);
    if (placed !== undefined) forest.alone.set(id, placed);
  });
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
  const event = await eventAt(readModels, row, upTo);
  return event && { place: event.position, node: treeNode(scoring, event) };
}

/** The event of a row as it was after a position; `undefined`: it was not recorded then. */
async function eventAt(
  readModels: Pick<RowReader, 'rows'>,
  row: StoredRow | undefined,
  upTo: number,
): Promise<SeenEvent | undefined> {
  const state = row && eventIn(row);
  if (state === undefined || state.madeAt <= upTo) return state?.event;
  if (state.event.position > upTo) return undefined;
  const steps = await Array.fromAsync(readModels.rows(historyRange(state.event)), stateAfter);
  return steps.findLast(({ madeAt }) => madeAt <= upTo)?.event;
}

/** Loads events as they were after a position. */
export async function loadEventsAt(
  readModels: Pick<RowReader, 'load' | 'rows'>,
  ids: readonly string[],
  upTo: number,
): Promise<SeenEvent[]> {
  if (ids.length === 0) return [];
  const rows = await readModels.load(ids.map(storedKeyOfId));
  const events = await inParallel([...rows.values()], async (row) => eventAt(readModels, row, upTo));
  return events.filter((event) => event !== undefined);
}
