import { createHash } from 'node:crypto';
import type { Projection } from '#shared/projections/engine/projection.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** The categories whose registers are asked by party. */
export type Registered = 'agreement' | 'measure';
const registered = /^(agreement|measure)\//;

/** Partitions over which all streams of a category are spread, so that no write waits for another. */
const spread = 4;
const allPartitions = (category: Registered): string[] =>
  Array.from({ length: spread }, (_, index) => `${category}/${all}${index}`);
/** No party has this for a code. */
const all = 'all/';

/**
 * Answers "which agreements, which measures were ever said to concern this party?" and "which are there?": one row for
 * each. Whether they do, and did on a day, their own course says. A treaty that parties join one by one has no event
 * that names two of them, so this is kept by party, not by pair.
 */
export const partyStreams: Projection<true> = {
  name: 'party-streams',
  version: 2,
  writesOnce: ({ partition }) => partition.includes(`/${all}`),
  keys: ({ before, after: { stream, version, participants } }) => {
    const [, category] = registered.exec(stream) ?? [];
    if (category === undefined) return [];
    const parties = new Set(participants.map(({ party }) => party));
    const begins = before === undefined && version === 1;
    return [
      ...[...parties].map((party) => ({ partition: `${category}/${party}`, sort: stream })),
      ...(begins ? [{ partition: `${category}/${all}${placeOf(stream)}`, sort: stream }] : []),
    ];
  },
  project: () => true,
};

/** The number of the partition of a stream. */
const placeOf = (stream: string): number => (createHash('sha256').update(stream).digest()[0] ?? 0) % spread;

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
  for await (const { sort } of store.rows({ partition, order: 'ascending', from: fromAfter(after) })) yield sort;
}

/** The first sort key that may follow a stream. */
const fromAfter = (stream: string | undefined): string | undefined => (stream === undefined ? undefined : `${stream}!`);

/** Rows of each partition that are read at a time, for a list of all. */
const readTogether = 250;

/** All streams of a category, in order, those after `after`. */
export async function* streamsOfAll(
  store: Pick<ReadModels, 'rows'>,
  category: Registered,
  after?: string,
): AsyncGenerator<string> {
  const lists = allPartitions(category).map((name) => {
    const partition = storedPartition(partyStreams, name);
    const range = { partition, order: 'ascending', from: fromAfter(after), pageSize: readTogether } as const;
    return store.rows(range)[Symbol.asyncIterator]();
  });
  const heads = await Promise.all(lists.map(async (list) => list.next()));
  for (;;) {
    const firsts = heads.map(({ done, value }) => (done === true ? undefined : value.sort));
    const [least] = firsts.filter((stream) => stream !== undefined).toSorted();
    const place = firsts.indexOf(least);
    const list = lists[place];
    if (least === undefined || list === undefined) return;
    yield least;
    heads[place] = await list.next();
  }
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
