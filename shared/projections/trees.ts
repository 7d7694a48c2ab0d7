import { rootOf } from '../domain/contributions.ts';
import { type ScoredFacts, scoredFacts } from '../domain/scored-facts.ts';
import { scoringVersion } from '../domain/scoring-tables.ts';
import type { SeenEvent } from './change.ts';
import { knowledge, knownAt, type KnowledgeRow, paddedPosition, placeOf } from './knowledge.ts';
import { storedPartition } from './projection.ts';
import type { ReadModels } from './read-models.ts';

/** What was known of one part of a tree. */
type Row = KnowledgeRow<ScoredFacts | null>;

/**
 * Answers "what is scored together?": a visit and its meetings, or an event that is neither, under the id of the root; each part with what it
 * counts for. Nothing there is ever changed, so what a tree was just before and just after a position can be told again at any time.
 */
export const trees = knowledge<ScoredFacts | null>({
  name: 'trees',
  version: scoringVersion,
  places: (event) => {
    const root = treeOf(event);
    return root === undefined ? [] : [{ partition: root, sort: paddedPosition(event.position) }];
  },
  entry: (event) => scoredFacts(event) ?? null,
});

/** The root of the tree that an event is scored in; `undefined`: it is not scored. */
export const treeOf = (event: SeenEvent): string | undefined =>
  scoredFacts(event) === undefined ? undefined : rootOf(event);

/** All that was ever known of the parts of a tree, in the order in which the parts were first recorded. */
export async function treeRows(store: Pick<ReadModels, 'rows'>, root: string): Promise<Row[]> {
  const partition = storedPartition(trees, root);
  return (await Array.fromAsync(store.rows({ partition, order: 'ascending' }))) as Row[];
}

/** The parts of a tree as they are known, or were at an instant. */
export function partsOf(rows: readonly Row[], asOf?: string): ScoredFacts[] {
  return [...Map.groupBy(rows, ({ sort }) => placeOf(sort)).values()].flatMap((part) => knownAt(part, asOf) ?? []);
}

/** The parts of a tree after the event at a position. */
export const partsAt = (rows: readonly Row[], last: number): ScoredFacts[] =>
  partsOf(rows.filter(({ position }) => position <= last));
