import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Block, blockBytes } from './block.ts';

type Item = Record<string, AttributeValue>;

/** Positions in one partition of the table: a partition never grows beyond what DynamoDB serves well. */
const epochLength = 10_000;

export const epochOf = (position: number): number => Math.floor(position / epochLength);

/** Approximate bytes of names, numbers and hashes in a block's item. */
const besideEntries = 160;

const writeUnits = (bytes: number): number => Math.ceil((bytes + besideEntries) / 1024);

/** Makes the item of a block, in the partition of its epoch. Compresses the entries when that saves capacity. */
export const blockItem = (block: Block): Item => ({
  page: { S: String(epochOf(block.position)) },
  position: { N: String(block.position) },
  count: { N: String(block.count) },
  entries: storedEntries(block.entries),
  previousHash: { S: block.previousHash },
  hash: { S: block.hash },
});

function storedEntries(entries: string): AttributeValue {
  const bytes = Buffer.byteLength(entries);
  if (writeUnits(bytes) === 1) return { S: entries };
  const compressed = zstdCompressSync(entries);
  return writeUnits(compressed.length) < writeUnits(bytes) ? { B: compressed } : { S: entries };
}

/** Parses an item of the feed table as a block; binary values in Lambda's stream records are base64. */
export function blockFrom(item: Item): Block {
  const { position, count, entries, previousHash, hash } = item;
  const text = entries && entriesFrom(entries);
  if (position?.N === undefined || count?.N === undefined || text === undefined) {
    throw new Error(`Not a block: ${Object.keys(item).join(', ')}`);
  }
  return {
    position: Number(position.N),
    count: Number(count.N),
    entries: text,
    previousHash: previousHash?.S ?? '',
    hash: hash?.S ?? '',
  };
}

function entriesFrom({ S, B }: AttributeValue): string | undefined {
  if (B === undefined) return S;
  const compressed: unknown = B;
  const bytes = typeof compressed === 'string' ? Buffer.from(compressed, 'base64') : B;
  return zstdDecompressSync(bytes, { maxOutputLength: 2 * blockBytes }).toString();
}
