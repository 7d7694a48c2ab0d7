import { isBare, rootOf, type TreeNode, treeNode } from '#shared/domain/scoring/event-tree.ts';
import type { ScoredFacts } from '#shared/domain/scoring/scored-facts.ts';
import { newestScoring, type Scoring } from '#shared/domain/scoring/scoring.ts';
import { asOfRows, knownAt, type AsOfRow, placeOf } from '#shared/projections/engine/as-of-rows.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import { type ProjectionName, storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** What was known of an event, under its own id or that of the event it belongs to. */
type Row = AsOfRow<TreeNode>;

/**
 * Answers "what is scored together with this?": every event that is scored or belongs to another is kept under its own id, and under the id of the
 * one that it belongs to. Nothing there is ever changed, so what a tree was just before and just after a position can be told again at any time.
 */
export const treesBy = (scoring: Scoring) =>
  asOfRows<TreeNode>({
    name: 'trees',
    version: scoring.version,
    places: (event) => {
      const node = treeNode(scoring, event);
      const sort = paddedPosition(event.position);
      return isBare(node) ? [] : [node.id, node.parent ?? []].flat().map((partition) => ({ partition, sort }));
    },
    entry: (event) => treeNode(scoring, event),
  });

export const trees = treesBy(newestScoring);

/** Trees as they are known, or were at a position or an instant; each event's rows are read at most once. */
export interface TreeReader {
  /** What is scored together with an event, and it itself, in the order of positions. `known` tells the rows that are taken into account. */
  tree(id: string, known: KnownRow): Promise<Tree>;
  /** An event's place in its tree; `undefined` when it belongs to nothing and is not scored. */
  node(id: string, known: KnownRow): Promise<TreeNode | undefined>;
}

export interface Tree {
  readonly root: string;
  readonly facts: readonly ScoredFacts[];
}

export type KnownRow = (row: Pick<Row, 'position' | 'data'>) => boolean;
export const upTo =
  (last: number): KnownRow =>
  ({ position }) =>
    position <= last;
export const knownBy =
  (asOf: string | undefined): KnownRow =>
  ({ data }) =>
    asOf === undefined || data.since <= asOf;

export function treeReader(store: Pick<ReadModels, 'rows'>, projection: ProjectionName = trees): TreeReader {
  const reading = new Map<string, Promise<Row[]>>();
  const rowsUnder = async (id: string): Promise<Row[]> => {
    const rows = reading.get(id) ?? readRows(store, storedPartition(projection, id));
    reading.set(id, rows);
    return rows;
  };
  /** The event itself and those that belong to it. */
  const family = async (id: string, known: KnownRow) => {
    const rows = (await rowsUnder(id)).filter(known);
    return [...Map.groupBy(rows, ({ sort }) => placeOf(sort))].flatMap(([place, some]) => {
      const node = knownAt(some, undefined);
      return node === undefined ? [] : [{ place, node }];
    });
  };
  const nodeOf = async (id: string, known: KnownRow) =>
    (await family(id, known)).find(({ node }) => node.id === id)?.node;

  const tree = async (id: string, known: KnownRow): Promise<Tree> => {
    const top = await rootOf(id, async (each) => nodeOf(each, known));
    const found = new Map<string, { place: string; facts: ScoredFacts | null }>();
    const seen = new Set([top]);
    for (const each of seen) {
      for (const { place, node } of await family(each, known)) {
        found.set(node.id, { place, facts: node.facts });
        seen.add(node.id);
      }
    }
    const inOrder = [...found.values()].toSorted((a, b) => (a.place < b.place ? -1 : 1));
    return { root: top, facts: inOrder.flatMap(({ facts }) => facts ?? []) };
  };
  return { tree, node: nodeOf };
}

async function readRows(store: Pick<ReadModels, 'rows'>, partition: string): Promise<Row[]> {
  return (await Array.fromAsync(store.rows({ partition, order: 'ascending' }))) as Row[];
}
