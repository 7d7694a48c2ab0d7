/**
 * Bytes that the items of one page take in a reply: a Lambda function's reply holds 6 MB, and has more than the items.
 * The one item that goes beyond is still in the page.
 */
export const maxPageBytes = 4 * 1024 * 1024;

/** Bytes of an item as JSON. */
export const jsonBytes = (item: unknown): number => Buffer.byteLength(JSON.stringify(item));

/** Bytes of an item in a reply, whose body is a JSON text within JSON: quotes and backslashes are escaped once more. */
export const replyBytes = (item: unknown): number => jsonBytes(JSON.stringify(item));

/** Returns as many of the first items as a page holds, one at least. */
export function fittingItems<Item>(items: readonly Item[]): readonly Item[] {
  let bytes = 0;
  const end = items.findIndex((item) => (bytes += replyBytes(item)) > maxPageBytes);
  return end === -1 ? items : items.slice(0, Math.max(end, 1));
}
