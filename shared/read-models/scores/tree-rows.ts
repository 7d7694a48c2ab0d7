import type { TreeNode } from '#shared/domain/scoring/event-tree.ts';
import { newestScoring, type Scoring } from '#shared/domain/scoring/scoring.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import {
  type Projection,
  type ProjectionName,
  type RowKey,
  storedPartition,
} from '#shared/projections/engine/projection.ts';
import type { StoredRow } from '#shared/projections/engine/read-models.ts';

/**
 * The tree that an event, recorded or not, is in; null: none, since nothing belongs to it and it belongs to nothing.
 */
export interface Membership {
  readonly tree: string | null;
}

/** An event in a tree; null: it is not in it any more. */
export interface TreeEntry {
  readonly node: TreeNode | null;
}

/** A row that a change of trees writes. */
export interface TreeRow extends RowKey {
  readonly data: Membership | TreeEntry;
}

/** What an event of the feed changes in trees. */
export interface TreeChange {
  readonly position: number;
  readonly rows: readonly TreeRow[];
}

const membershipSort = 'now';
const membershipPartition = (id: string): string => `of/${id}`;
const earlierPartition = (id: string): string => `of/${id}/earlier`;
const treePartition = (tree: string): string => `tree/${tree}`;

/** The rows of an event that comes into a tree, or leaves it: one that is kept up, and one that stays. */
export const membershipRows = (id: string, tree: string | null, position: number): TreeRow[] => [
  { partition: membershipPartition(id), sort: membershipSort, data: { tree } },
  { partition: earlierPartition(id), sort: paddedPosition(position), data: { tree } },
];

/** The row of an event (by the position of its first record) in a tree, as a change makes it. */
export const nodeRow = (tree: string, place: number, node: TreeNode | null, position: number): TreeRow => ({
  partition: treePartition(tree),
  sort: `${paddedPosition(place)}#${paddedPosition(position)}`,
  data: { node },
});

/**
 * Answers "what is scored together with this?". A tree is a visit, the meetings that are a part of it, and what was
 * said in them: everything that is connected by `partOf` or a merger. Each tree is one partition, read in one query
 * whatever its size; an event that is alone has no rows here.
 */
export const treesBy = ({ version }: Scoring): Projection<Membership | TreeEntry, TreeChange> => ({
  name: 'trees',
  version,
  writesOnce: ({ sort }) => sort !== membershipSort,
  keys: ({ rows }) => rows,
  project: (row, { rows }, { partition, sort }) =>
    rows.find((one) => one.partition === partition && one.sort === sort)?.data ?? row ?? { node: null },
});

export const trees = treesBy(newestScoring);

const stored = (projection: ProjectionName, { partition, sort }: RowKey): RowKey => ({
  partition: storedPartition(projection, partition),
  sort,
});

/** The stored key of an event's membership. */
export const membershipKey = (projection: ProjectionName, id: string): RowKey =>
  stored(projection, { partition: membershipPartition(id), sort: membershipSort });

/** The range of the memberships that an event had up to a position, newest first. */
export const earlierMemberships = (projection: ProjectionName, id: string, upTo: number) => ({
  partition: storedPartition(projection, earlierPartition(id)),
  to: paddedPosition(upTo),
  order: 'descending' as const,
  pageSize: 1,
});

/** The range of a tree's rows. */
export const treeRange = (projection: ProjectionName, tree: string) => ({
  partition: storedPartition(projection, treePartition(tree)),
  order: 'ascending' as const,
});

/** An event in a tree, with the position of its first record. */
export interface PlacedNode {
  readonly place: number;
  readonly node: TreeNode;
}

/**
 * The events of a tree in the order of their first records, out of its rows in order, as they were after a position.
 */
export function nodesAt(rows: readonly StoredRow[], upTo: number): PlacedNode[] {
  const newest = new Map<string, TreeNode | null>();
  for (const { sort, position, data } of rows) {
    if (position <= upTo) newest.set(sort.slice(0, sort.indexOf('#')), (data as TreeEntry).node);
  }
  return [...newest].flatMap(([place, node]) => (node === null ? [] : [{ place: Number(place), node }]));
}
