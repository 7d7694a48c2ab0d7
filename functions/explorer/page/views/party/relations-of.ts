import { inParallel } from '#shared/in-parallel.ts';
import { api } from '../../api.ts';
import type { Party } from '../../api-lists.ts';
import type { Relation } from '../../api-types.ts';

/** Relations that are read of a party: those with most events. */
export const mostRelations = 30;
/** Requests at the same time. */
const parallel = 6;

/** Reads how the relations of a party are, by the partner. */
export async function relationsOf({ partners }: Party, signal: AbortSignal): Promise<ReadonlyMap<string, Relation>> {
  const read = async ({ party, dyad }: Party['partners'][number]) =>
    [party, await api.relation(dyad, undefined, signal)] as const;
  const most = partners.toSorted((one, other) => other.n - one.n).slice(0, mostRelations);
  return new Map(await inParallel(most, read, parallel));
}
