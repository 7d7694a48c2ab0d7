import { stringify } from 'csv-stringify/sync';
import { harmlessText } from '#shared/harmless-text.ts';

/** A value in a cell of CSV; absent ones leave it empty. */
export type Cell = string | number | boolean | null | undefined;

/**
 * The columns of a CSV list in order: each heading with the cell of an item. A heading is a name and needs no quotes.
 */
export type Columns<Item> = Readonly<Record<string, (item: Item) => Cell>>;

/**
 * Writes items as CSV (RFC 4180) with a row of headings. Every text is quoted, so that it may have commas, quotes and
 * breaks of any kind.
 */
export function csv<Item>(items: readonly Item[], columns: Columns<Item>): string {
  const headings = Object.keys(columns).join(',');
  const rows = items.map((item) => Object.values(columns).map((cell) => harmless(cell(item))));
  return `${headings}\r\n${stringify(rows, { record_delimiter: 'windows', quoted_string: true, cast: { boolean: String } })}`;
}

/** A number is no formula. */
const harmless = (cell: Cell): Cell => (typeof cell === 'string' ? harmlessText(cell) : cell);
