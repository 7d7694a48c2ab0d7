import type { PositionedEvent } from '#shared/feed/block.ts';

/** Where a row lives: rows of one partition are listed in the order of `sort`. */
export interface RowKey {
  readonly partition: string;
  readonly sort: string;
}

/** A read model as a pure fold of the feed, row by row: of its events, or of the changes that they make. */
export interface Projection<Row, Input extends { readonly position: number } = PositionedEvent> extends ProjectionName {
  /** Whether a row is made by one event, out of that event alone: then it is written without being read, and again if the event comes again. Absent: none is. */
  writesOnce?(key: RowKey): boolean;
  /** The rows that an event touches. */
  keys(event: Input): readonly RowKey[];
  /** The row after an event; `undefined` deletes it. `key` is the row's, without the projection's prefix. */
  project(row: Row | undefined, event: Input, key: RowKey): Row | undefined;
}

/** What tells a projection, or one build of it, from others. */
export interface ProjectionName {
  /** Named by the question it answers. */
  readonly name: string;
  /** Raised when the rows' meaning changes: the new version is built beside the old one. */
  readonly version: number;
  /** Which building of the rows of this version it is; absent: the first. */
  readonly build?: number;
}

/** `<name>@<version>`, from the second build on `<name>@<version>.<build>`: the checkpoint's name, and the prefix of the partitions. */
export const projectionId = ({ name, version, build = 1 }: ProjectionName): string =>
  `${name}@${version}${build === 1 ? '' : `.${build}`}`;

/** The partition as it is stored: rows of two builds of a projection never meet. */
export const storedPartition = (projection: ProjectionName, partition: string): string =>
  `${projectionId(projection)}/${partition}`;
