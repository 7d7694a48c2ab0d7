import { boundedKey, maxPartitionBytes } from './bounded-key.ts';
import type { Change } from './change.ts';

/** Where a row lives: rows of one partition are listed in the order of `sort`. */
export interface RowKey {
  readonly partition: string;
  readonly sort: string;
}

export interface Positioned {
  readonly position: number;
}

/**
 * A read model as a pure fold, row by row, over the changes that events of the feed make, or over inputs derived from
 * them.
 */
export interface Projection<Row, Input extends Positioned = Change> extends ProjectionName {
  /**
   * Whether an input alone determines the row: then it is written without a read, and again if the input is repeated.
   * Absent: no.
   */
  writesOnce?(key: RowKey): boolean;
  /**
   * Whether the input is the first that ever touches the row: then it is written without being read, unless it is there
   * already. Absent: no.
   */
  isFirst?(input: Input, key: RowKey): boolean;
  /**
   * Whether inputs, in their order, are all that ever touch the row: then it is written once, without a read. Absent:
   * it is not known.
   */
  isWhole?(inputs: readonly Input[], key: RowKey): boolean;
  /** The rows that an input touches. */
  keys(input: Input): readonly RowKey[];
  /**
   * Returns the row after an input; the row itself when nothing changes in it. `key` is the row's, without the
   * projection's prefix.
   */
  project(row: Row | undefined, input: Input, key: RowKey): Row;
}

/** Names a projection, or one generation of it. */
export interface ProjectionName {
  /** Named by the question it answers. */
  readonly name: string;
  /** Raised when the rows' meaning changes: the new version is built in the background while the old one serves. */
  readonly version: number;
  /** Which generation of the rows of this version it is; absent: the first. */
  readonly generation?: number;
}

/** `<name>@<version>`, from the second generation on `<name>@<version>.<number>`: the prefix of the partitions. */
export const projectionId = ({ name, version, generation = 1 }: ProjectionName): string =>
  `${name}@${version}${generation === 1 ? '' : `.${generation}`}`;

/** Returns the stored partition; generations of a projection share none. */
export const storedPartition = (projection: ProjectionName, partition: string): string =>
  boundedKey(`${projectionId(projection)}/${partition}`, maxPartitionBytes);
