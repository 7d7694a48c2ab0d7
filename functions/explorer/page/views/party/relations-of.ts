import { inParallel } from '#shared/in-parallel.ts';
import { api } from '../../api.ts';
import type { Party, Relation } from '../../api-types.ts';
import { mainPartners } from './main-partners.ts';

/** Requests at the same time. */
const parallel = 6;

/** Reads the relations of a party with its main partners, by partner. */
export async function relationsOf({ partners }: Party, signal: AbortSignal): Promise<ReadonlyMap<string, Relation>> {
  const read = async ({ party, dyad }: Party['partners'][number]) =>
    [party, await api.relation(dyad, {}, signal)] as const;
  return new Map(await inParallel(mainPartners(partners), read, parallel));
}
