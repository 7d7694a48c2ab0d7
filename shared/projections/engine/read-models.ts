import type { KnownBy } from '#shared/domain/corrections/known-by-report.ts';
import type { RowKey } from './projection.ts';

/** A row with the position of the last event it has applied. */
export interface StoredRow extends RowKey {
  readonly position: number;
  readonly data: unknown;
}

export interface SortRange {
  /** Sort keys from here, inclusive. */
  readonly from?: string | undefined;
  /** Sort keys up to here, inclusive. */
  readonly to?: string | undefined;
}

export interface RowRange extends SortRange {
  readonly partition: string;
  readonly order: 'ascending' | 'descending';
  readonly pageSize?: number;
}

/** A row to write over the one that was read. */
export interface RowWrite {
  readonly row: StoredRow;
  /** The position of the row that was read; `undefined`: there was none. */
  readonly read: number | undefined;
}

/** The port to the read models' rows. */
export interface ReadModels {
  /** Loads the rows that exist, strongly consistent, by `rowId`. */
  load(keys: readonly RowKey[]): Promise<ReadonlyMap<string, StoredRow>>;
  /** Writes each row, no key twice, if its position is unchanged since the read; returns the keys that lost a race. */
  save(writes: readonly RowWrite[]): Promise<readonly RowKey[]>;
  /** Writes rows, no key twice, without conditions: for rows that are the same however often they are made. */
  put(rows: readonly StoredRow[]): Promise<void>;
  /** Lists the rows of a partition in order, strongly consistent, read as they are consumed. */
  rows(range: RowRange): AsyncIterable<StoredRow>;
  /**
   * Lists the rows of several partitions in order, all or those in a range, strongly consistent, up to fifty partitions
   * and 1 MB a call.
   */
  whole(partitions: readonly string[], range?: SortRange): AsyncIterable<StoredRow>;
}

/** The port as queries use it. */
export interface RowReader extends Pick<ReadModels, 'load' | 'rows' | 'whole'> {
  /** The watermark: the position up to which the rows are complete, and which lists do not pass; absent: no limit. */
  readonly upTo?: number | undefined;
  /** What an instant that is asked for means; absent: what was recorded by then. */
  readonly knownBy?: KnownBy | undefined;
}

export const rowId = ({ partition, sort }: RowKey): string => `${partition}\n${sort}`;
