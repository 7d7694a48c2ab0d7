import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Block } from './block.ts';

type Item = Record<string, AttributeValue>;

/** A block as an item of the feed table, in the partition of its epoch. */
export const blockItem = (page: string, block: Block): Item => ({
  page: { S: page },
  position: { N: String(block.position) },
  count: { N: String(block.count) },
  entries: { S: block.entries },
  previousHash: { S: block.previousHash },
  hash: { S: block.hash },
});

/** An item of the feed table (also as it arrives in a stream record) as a block. */
export function blockFrom(item: Item): Block {
  const { position, count, entries, previousHash, hash } = item;
  if (position?.N === undefined || count?.N === undefined || entries?.S === undefined) {
    throw new Error(`Not a block: ${Object.keys(item).join(', ')}`);
  }
  return {
    position: Number(position.N),
    count: Number(count.N),
    entries: entries.S,
    previousHash: previousHash?.S ?? '',
    hash: hash?.S ?? '',
  };
}
