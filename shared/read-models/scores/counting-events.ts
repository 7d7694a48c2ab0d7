import { contributionsOf } from '#shared/domain/scoring/contributions.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { rowId, type RowReader } from '#shared/projections/engine/read-models.ts';
import { contributionsKnown, type DaysAsked } from './query.ts';
import { type Membership, membershipKey, nodesAt, treeRange, trees } from './tree-rows.ts';

/**
 * Those of some scored events that count in a relation, on a scale, for the trees that they are in; the others stand behind one of their tree that
 * says more. Reads the memberships in one round and each tree once; as of an instant, the timeline.
 */
export async function countingEvents<Event extends { readonly id: string }>(
  store: RowReader,
  { dyad, scale, asOf, scoring }: DaysAsked,
  events: readonly Event[],
): Promise<Event[]> {
  if (events.length === 0) return [];
  if (asOf !== undefined) {
    const counted = await contributionsKnown(store, dyad, asOf, scoring);
    const ids = new Set(counted.filter((one) => one.scale === scale).map(({ event }) => event));
    return events.filter(({ id }) => ids.has(id));
  }
  const keys = new Map(events.map(({ id }) => [id, membershipKey(trees, id)]));
  const rows = await store.load([...keys.values()]);
  const treeOf = ({ id }: Event) => (rows.get(rowId(keys.get(id) ?? { partition: '', sort: '' }))?.data as Membership | undefined)?.tree ?? null;
  const found = [...new Set(events.flatMap((event) => treeOf(event) ?? []))];
  const counting = new Map(
    await inParallel(found, async (tree) => {
      const nodes = nodesAt(await Array.fromAsync(store.rows(treeRange(trees, tree))), Number.MAX_SAFE_INTEGER);
      const contributions = contributionsOf(nodes.flatMap(({ node: { facts } }) => facts ?? []));
      const ids = contributions.filter((one) => one.dyad === dyad && one.scale === scale).map(({ event }) => event);
      return [tree, new Set(ids)] as const;
    }),
  );
  return events.filter((event) => {
    const tree = treeOf(event);
    return tree === null || counting.get(tree)?.has(event.id) === true;
  });
} // prettier-ignore
