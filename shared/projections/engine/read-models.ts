import type { RowKey } from './projection.ts';

/** A row with the position of the last event it has applied; without data it is a tombstone. */
export interface StoredRow extends RowKey {
  readonly position: number;
  readonly data: unknown;
}

export interface RowRange {
  readonly partition: string;
  readonly order: 'ascending' | 'descending';
  /** Sort keys from here, inclusive. */
  readonly from?: string | undefined;
  /** Sort keys up to here, inclusive. */
  readonly to?: string | undefined;
  readonly pageSize?: number;
}

/** The port to the read models' rows. */
export interface ReadModels {
  /** The rows that exist (tombstones too), strongly consistent, by `rowId`. */
  load(keys: readonly RowKey[]): Promise<ReadonlyMap<string, StoredRow>>;
  /** Writes a row if its position is still what was read (`undefined`: no row yet); `false`: another writer was faster. */
  save(row: StoredRow, readPosition: number | undefined): Promise<boolean>;
  /** Writes rows whatever is there: for those that come out the same however often they are made. */
  put(rows: readonly StoredRow[]): Promise<void>;
  /** The rows of a partition in order, without tombstones, strongly consistent, read as they are consumed. */
  rows(range: RowRange): AsyncIterable<StoredRow>;
}

export const rowId = ({ partition, sort }: RowKey): string => `${partition}\n${sort}`;
