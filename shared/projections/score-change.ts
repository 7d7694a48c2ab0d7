import { type Contribution, contributionsOf } from '../domain/contributions.ts';
import type { PositionedEvent } from '../feed/block.ts';
import { type Change, type ChangeSources, changesOf } from './change.ts';
import { partsAt, treeOf, treeRows } from './trees.ts';

/** What an event of the feed changes in the scores of relations: what counted before, and what counts now. */
export interface ScoreChange {
  readonly position: number;
  readonly before: readonly Contribution[];
  readonly after: readonly Contribution[];
}

/** Trees read at the same time. */
const parallel = 32;

/**
 * The changes of scores that events of the feed make, in their order. They follow from the trees just before and just after each event, and so
 * are the same whenever they are asked for. Costs one query for each tree; what else has happened between the parties is not read.
 */
export async function scoreChangesOf(
  sources: ChangeSources,
  events: readonly PositionedEvent[],
): Promise<ScoreChange[]> {
  const changes = await changesOf(sources, events);
  const rows = await rowsOfTrees(sources.readModels, new Set(changes.flatMap(rootsOf)));
  return changes.map((change) => {
    const { position } = change;
    const counting = (last: number) =>
      rootsOf(change).flatMap((root) => contributionsOf(partsAt(rows.get(root) ?? [], last)));
    return { position, ...difference(counting(position - 1), counting(position)) };
  });
}

/** The trees that a change may touch: that of the event before, and after. */
const rootsOf = ({ before, after }: Change): string[] => [
  ...new Set([before, after].flatMap((event) => (event && treeOf(event)) ?? [])),
];

async function rowsOfTrees(readModels: ChangeSources['readModels'], roots: ReadonlySet<string>) {
  const rows = new Map<string, Awaited<ReturnType<typeof treeRows>>>();
  const queue = roots.values();
  const read = async () => {
    for (const root of queue) rows.set(root, await treeRows(readModels, root));
  };
  await Promise.all(Array.from({ length: parallel }, read));
  return rows;
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
