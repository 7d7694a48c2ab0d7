/** How many of what: whole numbers by name. What there is none of is not there, so that equal counts are the same. */
export type Counts = Readonly<Record<string, number>>;

/** One and the other together; with −1 times, the other is taken away. Sorted by name. */
export function addCounts(one: Counts, other: Counts, times: 1 | -1 = 1): Counts {
  const sums = new Map(Object.entries(one));
  for (const [name, count] of Object.entries(other)) sums.set(name, (sums.get(name) ?? 0) + count * times);
  const left = [...sums].filter(([, count]) => count !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(left);
}

/** The counts whose names begin so, by the rest of their names, the greatest first. */
export const countsUnder = (counts: Counts, prefix: string): [name: string, count: number][] =>
  Object.entries(counts)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, count]): [string, number] => [name.slice(prefix.length), count])
    .toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));

/** The counts of all headings together. */
export const totalOf = (headings: ReadonlyMap<string, Counts>): Counts =>
  [...headings.values()].reduce((sum, counts) => addCounts(sum, counts), {});
