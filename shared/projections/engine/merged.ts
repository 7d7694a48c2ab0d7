/** Merges two lists that are in the same order, ascending or descending, of the keys of their items. */
export async function* merged<Item>(
  some: AsyncIterable<Item>,
  others: AsyncIterable<Item>,
  keyOf: (item: Item) => string,
  order: 'ascending' | 'descending',
): AsyncGenerator<Item> {
  const [one, other] = [some[Symbol.asyncIterator](), others[Symbol.asyncIterator]()];
  let [a, b] = await Promise.all([one.next(), other.next()]);
  while (a.done !== true || b.done !== true) {
    const isFirst = b.done === true || (a.done !== true && keyOf(a.value) < keyOf(b.value) === (order === 'ascending'));
    if (isFirst && a.done !== true) {
      yield a.value;
      a = await one.next();
    } else if (b.done !== true) {
      yield b.value;
      b = await other.next();
    }
  }
}
