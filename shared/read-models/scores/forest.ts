import { contributionsOf, type Contribution } from '#shared/domain/scoring/contributions.ts';
import type { TreeNode } from '#shared/domain/scoring/event-tree.ts';
import { membershipRows, nodeRow, type PlacedNode, type TreeRow } from './tree-rows.ts';

/**
 * Parts of one tree (the ledger refuses more at the door): one that would make it larger is taken as if it belonged to
 * nothing.
 */
export const maxParts = 1001;

/** Trees in memory, as they are after a position of the feed. */
export interface Forest {
  /** The tree that each event is in; null or absent: none. */
  readonly memberships: Map<string, string | null>;
  /** The events of each tree, by id. */
  readonly trees: Map<string, Map<string, PlacedNode>>;
  /** Events that are in no tree. */
  readonly alone: Map<string, PlacedNode>;
}

/** What a change of one event makes of the forest: what counted before and counts now, and the rows that say so. */
export interface ForestChange {
  readonly before: readonly Contribution[];
  readonly after: readonly Contribution[];
  readonly rows: readonly TreeRow[];
}

type Nodes = ReadonlyMap<string, PlacedNode>;

/** Puts an event, as it is from a position on, into the forest, and keeps the forest's trees whole. */
export function planted(forest: Forest, { place, node }: PlacedNode, former: TreeNode | undefined, position: number): ForestChange {
  const ids = [node.id, former?.parent, node.parent].filter((id) => id !== undefined);
  const involved = new Set(ids.flatMap((id) => forest.memberships.get(id) ?? []));
  const before = new Map([...involved].map((tree) => [tree, forest.trees.get(tree) ?? new Map<string, PlacedNode>()]));
  const lone = new Map(ids.flatMap((id) => (forest.memberships.get(id) == null && forest.alone.has(id) ? [[id, forest.alone.get(id)] as const] : [])));
  const all = new Map<string, PlacedNode>([...before.values()].flatMap((tree) => [...tree]));
  for (const [id, one] of lone) if (one !== undefined) all.set(id, one);
  all.set(node.id, { place, node });
  const after = components(withinLimit(all, node));
  const rows: TreeRow[] = [];
  for (const [tree, members] of after) {
    for (const id of members.ids) {
      if ((forest.memberships.get(id) ?? null) === tree) continue;
      forest.memberships.set(id, tree);
      rows.push(...membershipRows(id, tree, position));
    }
    for (const one of members.nodes.values()) {
      const known = before.get(tree)?.get(one.node.id);
      if (known === undefined || known.node !== one.node) rows.push(nodeRow(tree, one.place, one.node, position));
    }
    forest.trees.set(tree, members.nodes);
  }
  const everyone = new Set([...all.keys(), ...[...all.values()].flatMap(({ node: each }) => each.parent ?? []), ...ids]);
  const inTrees = new Map([...after].flatMap(([tree, { ids: some }]) => [...some].map((id) => [id, tree] as const)));
  for (const id of everyone) {
    if (inTrees.has(id)) continue;
    const one = all.get(id);
    if (one !== undefined) forest.alone.set(id, one);
    if (forest.memberships.get(id) == null) continue;
    forest.memberships.set(id, null);
    rows.push(...membershipRows(id, null, position));
  }
  for (const [tree, nodes] of before) {
    for (const [id, one] of nodes) {
      if (inTrees.get(id) !== tree) rows.push(nodeRow(tree, one.place, null, position));
    }
    if (!after.has(tree)) forest.trees.delete(tree);
  }
  const alone = [...all.values()].filter((one) => !inTrees.has(one.node.id));
  return {
    before: [...counting([...before.values()]), ...counting([...lone.values()].flatMap((one) => (one === undefined ? [] : [new Map([[one.node.id, one]])])))],
    after: [...counting([...after.values()].map(({ nodes }) => nodes)), ...counting(alone.map((one) => new Map([[one.node.id, one]])))],
    rows,
  };
} // prettier-ignore

/** The nodes without the parent of the new one, where it would make a tree too large. */
function withinLimit(all: Map<string, PlacedNode>, { id, facts }: TreeNode): Nodes {
  if (all.size <= maxParts) return all;
  const cut = all.get(id);
  return new Map(all).set(id, { place: cut?.place ?? 0, node: { id, facts } });
}

interface Members {
  /** Also of events that others belong to and that are not recorded. */
  readonly ids: ReadonlySet<string>;
  readonly nodes: Map<string, PlacedNode>;
}

/**
 * What is connected from part to whole, named by the last whole that is reached; of a circle, by the smallest id in it.
 */
function components(nodes: Nodes): Map<string, Members> {
  const trees = new Map<string, { ids: Set<string>; nodes: Map<string, PlacedNode> }>();
  const roots = new Map<string, string>();
  for (const [id, one] of nodes) {
    if (one.node.parent === undefined && !hasParts(nodes, id)) continue;
    const root = rootIn(nodes, id, roots);
    const tree = trees.get(root) ?? { ids: new Set([root]), nodes: new Map<string, PlacedNode>() };
    tree.ids.add(id);
    tree.nodes.set(id, one);
    trees.set(root, tree);
  }
  return trees;
}

const hasParts = (nodes: Nodes, id: string): boolean => {
  for (const { node } of nodes.values()) if (node.parent === id) return true;
  return false;
};

function rootIn(nodes: Nodes, id: string, roots: Map<string, string>): string {
  const way = [id];
  let root: string | undefined;
  for (let last = id; root === undefined;) {
    const parent = nodes.get(last)?.node.parent;
    const known = roots.get(last);
    if (known !== undefined) root = known;
    else if (parent === undefined) root = last;
    else if (way.includes(parent)) root = way.slice(way.indexOf(parent)).reduce((a, b) => (a < b ? a : b));
    else way.push((last = parent));
  }
  for (const each of way) roots.set(each, root);
  return root;
}

/** What counts in each of some trees, whose events are taken in the order of their first records. */
const counting = (trees: readonly Nodes[]): Contribution[] =>
  trees.flatMap((tree) => {
    const inOrder = [...tree.values()].toSorted((a, b) => a.place - b.place);
    return contributionsOf(inOrder.flatMap(({ node: { facts } }) => facts ?? []));
  });
