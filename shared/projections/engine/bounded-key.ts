import { createHash } from 'node:crypto';

/**
 * Bytes of a partition key and of a sort key, below DynamoDB's 2 048 and 1 024: a query adds a character to a sort key.
 */
export const maxPartitionBytes = 2000;
export const maxSortBytes = 1000;

/**
 * Returns a key unchanged or, beyond the limit of bytes, its beginning with a hash of the whole, so that no text is
 * refused.
 */
export function boundedKey(key: string, maxBytes: number): string {
  // A character takes at most three bytes of UTF-8 for each of its UTF-16 units.
  if (key.length * 3 <= maxBytes || Buffer.byteLength(key) <= maxBytes) return key;
  const hash = createHash('sha256').update(key).digest('hex');
  const beginning = Buffer.from(key).subarray(0, maxBytes - hash.length - 1);
  return `${beginning.toString('utf8').replace(/\ufffd+$/, '')}~${hash}`;
}

/** A row's key within the limits of the table. */
export const boundedRowKey = (key: { readonly partition: string; readonly sort: string }) => ({
  partition: boundedKey(key.partition, maxPartitionBytes),
  sort: boundedKey(key.sort, maxSortBytes),
});
