import type { RowKey } from './projection.ts';

/** A row with the position of the last event it has applied. */
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

/** A row to be written over what was read of it. */
export interface RowWrite {
  readonly row: StoredRow;
  /** The position of the row as it was read; `undefined`: there was none. */
  readonly read: number | undefined;
}

/** The port to the read models' rows. */
export interface ReadModels {
  /** Loads the rows that exist, strongly consistent, by `rowId`. */
  load(keys: readonly RowKey[]): Promise<ReadonlyMap<string, StoredRow>>;
  /** Writes each row, none named twice, if its position is still what was read; returns the keys of those where another writer was faster. */
  save(writes: readonly RowWrite[]): Promise<readonly RowKey[]>;
  /** Writes rows, none named twice, whatever is there: for those that come out the same however often they are made. */
  put(rows: readonly StoredRow[]): Promise<void>;
  /** Lists the rows of a partition in order, strongly consistent, read as they are consumed. */
  rows(range: RowRange): AsyncIterable<StoredRow>;
  /** Lists all rows of several partitions, strongly consistent, fifty partitions in a call as far as that is 1 MB: those of each in order. */
  whole(partitions: readonly string[]): AsyncIterable<StoredRow>;
}

/** The port as queries use it. */
export interface RowReader extends Pick<ReadModels, 'load' | 'rows' | 'whole'> {
  /** The watermark: the position up to which the rows are complete, and up to which lists tell them; absent: as far as there are rows. */
  readonly upTo?: number | undefined;
}

export const rowId = ({ partition, sort }: RowKey): string => `${partition}\n${sort}`;
