/** Integers by name. Zeros are absent, so that equal counts are deeply equal. */
export type Counts = Readonly<Record<string, number>>;

/** Adds counts, sorted by name; with `times` −1 it subtracts. */
export function addCounts(one: Counts, other: Counts, times: 1 | -1 = 1): Counts {
  const sums = new Map(Object.entries(one));
  for (const [name, count] of Object.entries(other)) sums.set(name, (sums.get(name) ?? 0) + count * times);
  const left = [...sums].filter(([, count]) => count !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(left);
}

/** Returns the counts whose names have a prefix, by the rest of their names, the greatest first. */
export const countsUnder = (counts: Counts, prefix: string): [name: string, count: number][] =>
  Object.entries(counts)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, count]): [string, number] => [name.slice(prefix.length), count])
    .toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));

/** Adds the counts of all headings. */
export const totalOf = (headings: ReadonlyMap<string, Counts>): Counts =>
  [...headings.values()].reduce((sum, counts) => addCounts(sum, counts), {});
