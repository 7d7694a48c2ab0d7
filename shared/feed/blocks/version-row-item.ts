import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Place, VersionRow } from './version-rows.ts';

type Item = Record<string, AttributeValue>;

const prefix = 'marker/';

/**
 * The partition of a stream's version rows. Feeds of the first layout have an item at position 0 there, which is
 * ignored.
 */
export const rowPartition = (stream: string): AttributeValue.SMember => ({ S: `${prefix}${stream}` });

/** The key of a version row. */
export const rowKey = (stream: string, version: number) => ({
  page: rowPartition(stream),
  position: { N: String(version) },
});

/** A version row as an item of the feed table. */
export const rowItem = ({ stream, version, places, upTo, hash }: VersionRow): Item => ({
  ...rowKey(stream, version),
  places: { S: JSON.stringify(places) },
  ...(upTo !== undefined && { upTo: { N: String(upTo) } }),
  ...(hash !== undefined && { hash: { S: hash } }),
});

/** An item of the feed table as a version row. */
export function rowFrom(item: Item): VersionRow {
  const { page, position, places, upTo, hash } = item;
  if (!page?.S?.startsWith(prefix) || position?.N === undefined || places?.S === undefined) {
    throw new Error(`Not a version row: ${Object.keys(item).join(', ')}`);
  }
  return {
    stream: page.S.slice(prefix.length),
    version: Number(position.N),
    places: JSON.parse(places.S) as readonly Place[],
    ...(upTo?.N !== undefined && { upTo: Number(upTo.N) }),
    ...(hash?.S !== undefined && { hash: hash.S }),
  };
}
