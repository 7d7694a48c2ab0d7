import type { PositionedEvent } from '../feed/block.ts';

/** Where a row lives: rows of one partition are listed in the order of `sort`. */
export interface RowKey {
  readonly partition: string;
  readonly sort: string;
}

/** A read model as a pure fold of the feed, row by row. */
export interface Projection<Row> {
  /** Named by the question it answers. */
  readonly name: string;
  /** Raised when the rows' meaning changes: the new version is built beside the old one. */
  readonly version: number;
  /** The rows an event touches. */
  keys(event: PositionedEvent): readonly RowKey[];
  /** The row after an event; `undefined` deletes it. */
  project(row: Row | undefined, event: PositionedEvent): Row | undefined;
}

/** `<name>@<version>`: the projection's checkpoint, and the prefix of its partitions. */
export const projectionId = (projection: Pick<Projection<unknown>, 'name' | 'version'>): string =>
  `${projection.name}@${projection.version}`;

/** The partition as it is stored: rows of two versions of a projection never meet. */
export const storedPartition = (projection: Pick<Projection<unknown>, 'name' | 'version'>, partition: string): string =>
  `${projectionId(projection)}/${partition}`;
