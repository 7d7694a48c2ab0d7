import { type Contribution, contributionsOf } from '#shared/domain/scoring/contributions.ts';
import { isBare, treeNode } from '#shared/domain/scoring/event-tree.ts';
import type { PositionedEvent } from '#shared/feed/block.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { Change, ChangesOf } from '#shared/projections/engine/change.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { type KnownRow, treesBy, type TreeReader, treeReader, upTo } from './trees.ts';

/** What an event of the feed changes in the scores of relations: what counted before, and what counts now. */
export interface ScoreChange {
  readonly position: number;
  readonly before: readonly Contribution[];
  readonly after: readonly Contribution[];
}

export interface ScoreChangeSources {
  readonly changesOf: ChangesOf;
  /** With the trees of the scoring's version, as far as the events that are asked about. */
  readonly readModels: Pick<ReadModels, 'rows'>;
  readonly scoring: Scoring;
}

/** Changes worked out at the same time. */
const parallel = 32;

/**
 * The changes of scores that events of the feed make, in their order. They follow from the trees just before and just after each event, and so
 * are the same whenever they are asked for. Costs one query for each event of a tree; what else has happened between the parties is not read.
 */
export async function scoreChangesOf(
  { changesOf, readModels, scoring }: ScoreChangeSources,
  events: readonly PositionedEvent[],
): Promise<ScoreChange[]> {
  const changes = await changesOf(events);
  const trees = treeReader(readModels, treesBy(scoring));
  return inParallel(changes, async (change) => scoreChangeOf(trees, scoring, change), parallel);
}

async function scoreChangeOf(trees: TreeReader, scoring: Scoring, change: Change): Promise<ScoreChange> {
  const { position } = change;
  const concerned = eventsConcerned(scoring, change);
  const before = await counting(trees, concerned, upTo(position - 1));
  const after = await counting(trees, concerned, upTo(position));
  return { position, ...difference(before, after) };
}

/** An event of each tree that a change may touch: it itself, and those that it belonged and belongs to. None when its place and its score stay. */
function eventsConcerned(scoring: Scoring, { before, after }: Change): string[] {
  const [old, current] = [before && treeNode(scoring, before), treeNode(scoring, after)];
  const same = old === undefined ? isBare(current) : JSON.stringify(old) === JSON.stringify(current);
  return same ? [] : [current.id, ...[old?.parent, current.parent].filter((id) => id !== undefined)];
}

/** What counts in the trees of some events. */
async function counting(trees: TreeReader, ids: readonly string[], known: KnownRow): Promise<Contribution[]> {
  const found = await Promise.all(ids.map(async (id) => trees.tree(id, known)));
  const once = new Map(found.map(({ root, facts }) => [root, facts]));
  return [...once.values()].flatMap(contributionsOf);
}

/** Without what counts before and after alike. */
function difference(before: readonly Contribution[], after: readonly Contribution[]) {
  const texts = (contributions: readonly Contribution[]) => new Set(contributions.map((one) => JSON.stringify(one)));
  const [old, current] = [texts(before), texts(after)];
  return {
    before: before.filter((one) => !current.has(JSON.stringify(one))),
    after: after.filter((one) => !old.has(JSON.stringify(one))),
  };
}
