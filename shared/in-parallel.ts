/** What a call gives for each of some items, in their order, so many of them at a time. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  call: (item: Item) => Promise<Result>,
  atOnce = 16,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) results.set(index, await call(item));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
