import { stringify } from 'csv-stringify/sync';

/** A value in a cell of CSV; absent ones leave it empty. */
export type Cell = string | number | boolean | null | undefined;

/** The columns of a list as CSV, in their order: each heading with what an item shows under it. A heading is a name, so it needs no quotes. */
export type Columns<Item> = Readonly<Record<string, (item: Item) => Cell>>;

/** Writes items as CSV (RFC 4180) with a row of headings. Every text is quoted, so that it may have commas, quotes and breaks of any kind. */
export function csv<Item>(items: readonly Item[], columns: Columns<Item>): string {
  const headings = Object.keys(columns).join(',');
  const rows = items.map((item) => Object.values(columns).map((cell) => harmless(cell(item))));
  return `${headings}\r\n${stringify(rows, { record_delimiter: 'windows', quoted_string: true, cast: { boolean: String } })}`;
}

/** What a spreadsheet passes over before it looks for a formula, and the character that then comes. */
const beginning = /^[\s\p{C}\p{Z}]*(.?)/su;

/** Puts an apostrophe before a text that a spreadsheet would take for a formula, and run; a number is none. */
function harmless(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const [, first = ''] = beginning.exec(cell) ?? [];
  const isFormula = '=+-@'.includes(first.normalize('NFKC')) && first !== '';
  return isFormula || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}
