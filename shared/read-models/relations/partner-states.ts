import { splitPair } from '#shared/domain/parties/dyad.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { newestContacts } from '#shared/read-models/contacts/query.ts';
import { findRepresentation, representationPartitions } from '#shared/read-models/representation/query.ts';
import { type RelationSummary, shortContact, shortMission } from './summary.ts';

/** What of the state of a relation is shown with each of several partners. */
export type PartnerState = Pick<RelationSummary, 'lastContact' | 'relations' | 'missions'>;

/** Partners whose state is read, or whose trend, in one query at most: the first. */
export const mostStates = 30;

interface StatesAsked {
  /** The day (`YYYY-MM-DD`) on which it is asked how things stand. */
  readonly on: string;
  readonly asOf?: string | undefined;
}

/**
 * Reads the states of the first of some relations, by dyad: the representation of 16 in each call, and of each relation
 * the newest contacts.
 */
export async function partnerStates(
  store: RowReader,
  dyads: readonly string[],
  { on, asOf }: StatesAsked,
): Promise<ReadonlyMap<string, PartnerState>> {
  const read = dyads.slice(0, mostStates);
  const pairs = read.flatMap((dyad) => {
    const pair = splitPair(dyad);
    return pair === undefined ? [] : [pair];
  });
  const held = await withWhole(
    store,
    pairs.flatMap((pair) => representationPartitions(pair, asOf)),
  );
  const states = await inParallel(read, async (dyad): Promise<readonly [string, PartnerState]> => {
    const [{ relations, missions }, { contact }] = await Promise.all([
      findRepresentation(held, { dyad, on, asOf }),
      newestContacts(store, dyad, asOf),
    ]);
    return [
      dyad,
      {
        lastContact: contact === undefined ? null : shortContact(contact),
        relations: { status: relations.status, since: relations.since },
        missions: missions.map(shortMission),
      },
    ];
  });
  return new Map(states);
}
