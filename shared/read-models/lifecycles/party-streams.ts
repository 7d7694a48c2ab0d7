import type { Projection } from '#shared/projections/engine/projection.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** The categories whose registers are asked by party. */
export type Registered = 'agreement' | 'measure';
const registered = /^(agreement|measure)\//;

/**
 * Answers "which agreements, which measures were ever said to concern this party?": one row for each. Whether they do,
 * and did on a day, their own course says. A treaty that parties join one by one has no event that names two of them,
 * so this is kept by party, not by pair.
 */
export const partyStreams: Projection<true> = {
  name: 'party-streams',
  version: 1,
  keys: ({ after: { stream, participants } }) => {
    const [, category] = registered.exec(stream) ?? [];
    if (category === undefined) return [];
    const parties = new Set(participants.map(({ party }) => party));
    return [...parties].map((party) => ({ partition: `${category}/${party}`, sort: stream }));
  },
  project: () => true,
};

/** The partition in which the streams of a category are that may concern a party. */
export const streamsPartition = (category: Registered, party: string): string =>
  storedPartition(partyStreams, `${category}/${party}`);

/** The streams of a category that may concern a party, in order, those after `after`. */
export async function* streamsOf(
  store: Pick<ReadModels, 'rows'>,
  category: Registered,
  party: string,
  after?: string,
): AsyncGenerator<string> {
  const partition = streamsPartition(category, party);
  const from = after === undefined ? undefined : `${after}!`;
  for await (const { sort } of store.rows({ partition, order: 'ascending', from })) yield sort;
}

/** The streams that may concern both of two parties, in order. */
export async function* streamsOfBoth(
  store: Pick<ReadModels, 'rows'>,
  category: Registered,
  [one, other]: readonly [string, string],
  after?: string,
): AsyncGenerator<string> {
  const [some, others] = [streamsOf(store, category, one, after), streamsOf(store, category, other, after)];
  let [a, b] = await Promise.all([some.next(), others.next()]);
  while (!a.done && !b.done) {
    if (a.value === b.value) yield a.value;
    const [left, right]: [string, string] = [a.value, b.value];
    if (left <= right) a = await some.next();
    if (right <= left) b = await others.next();
  }
}

/** The streams that may concern somebody of each of some sides, in order, those after `after`. */
export async function streamsAmong(
  store: Pick<ReadModels, 'rows'>,
  category: Registered,
  sides: readonly (readonly string[])[],
  after?: string,
): Promise<string[]> {
  const named = await Promise.all(
    sides.map(async (side) => {
      const lists = side.map(async (party) => Array.fromAsync(streamsOf(store, category, party, after)));
      return new Set((await Promise.all(lists)).flat());
    }),
  );
  const [first = new Set<string>(), ...others] = named;
  return [...first].filter((stream) => others.every((side) => side.has(stream))).toSorted((a, b) => (a < b ? -1 : 1));
}
