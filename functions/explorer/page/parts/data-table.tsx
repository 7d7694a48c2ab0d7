import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { saveFile } from '../save-file.ts';
import { Empty } from '../loaded.tsx';
import { count, t } from '../text/text.ts';

/** A table of fewer rows is seen at once, and needs no search. */
const searchedRows = 6;

/** A column: its name, its value to sort and to write, and what is shown instead where that differs. */
export interface Column<Row> {
  readonly name: string;
  readonly value: (row: Row) => string | number | null;
  readonly shown?: (row: Row) => ComponentChildren;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** The name of the file that is saved. */
  readonly file: string;
  /** What is said where there is no row. */
  readonly empty?: string;
}

/** A table that can be searched, sorted by any column, and saved as CSV as it is shown. */
export function DataTable<Row>({
  caption,
  rows,
  columns,
  file,
  empty = t.state.empty,
}: DataTableProps<Row>): JSX.Element {
  const [search, setSearch] = useState('');
  const [sorting, setSorting] = useState<Sorting>();
  const wanted = search.toLowerCase();
  const matching = rows.filter((row) =>
    columns.some(({ value }) =>
      String(value(row) ?? '')
        .toLowerCase()
        .includes(wanted),
    ),
  );
  const by = columns[sorting?.column ?? -1];
  const sorted =
    by === undefined ? matching : matching.toSorted((one, other) => compare(by.value(one), by.value(other)));
  const shown = sorting?.isDown === true ? sorted.toReversed() : sorted;
  if (rows.length === 0) return <Empty>{empty}</Empty>;
  return (
    <div class="table">
      <p class="filters">
        {rows.length >= searchedRows && (
          <label>
            {t.tables.search}
            <input type="search" value={search} onInput={({ currentTarget }) => setSearch(currentTarget.value)} />
          </label>
        )}
        <button type="button" class="small" onClick={() => saveFile(`${file}.csv`, 'text/csv', csv(columns, shown))}>
          {t.tables.csv}
        </button>
      </p>
      {shown.length === 0 ? (
        <Empty>{t.state.noMatch}</Empty>
      ) : (
        <div class="scrolling" tabIndex={0} role="region" aria-label={t.tables.named(caption)}>
          <table>
            <caption class="visually-hidden">{caption}</caption>
            <Head columns={columns} rows={rows} sorting={sorting} sort={setSorting} />
            <tbody>
              {shown.map((row, index) => (
                <tr key={index}>
                  {columns.map((column) => (
                    <td key={column.name} class={isNumeric(column, rows) ? 'number' : undefined}>
                      {cellOf(column, row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** The column that a table is sorted by, and whether it begins with the last. */
interface Sorting {
  readonly column: number;
  readonly isDown: boolean;
}

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly sorting: Sorting | undefined;
  readonly sort: (by: Sorting) => void;
}

/** The names of the columns; each sorts by its column when it is pressed, and the other way round when again. */
function Head<Row>({ columns, rows, sorting, sort }: HeadProps<Row>): JSX.Element {
  return (
    <thead>
      <tr>
        {columns.map((column, index) => {
          const isSorted = sorting?.column === index;
          const isDown = isSorted && sorting.isDown;
          return (
            <th
              key={column.name}
              scope="col"
              class={isNumeric(column, rows) ? 'number' : undefined}
              aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : 'none'}
            >
              <button type="button" class="quiet" onClick={() => sort({ column: index, isDown: isSorted && !isDown })}>
                {column.name}
                <span class="order" aria-hidden="true">
                  {isSorted ? (isDown ? '▼' : '▲') : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Whether a column holds numbers, which stand under each other by their last digit. */
const isNumeric = <Row,>({ value }: Column<Row>, rows: readonly Row[]): boolean =>
  rows.some((row) => typeof value(row) === 'number');

function cellOf<Row>({ value, shown }: Column<Row>, row: Row): ComponentChildren {
  if (shown !== undefined) return shown(row);
  const plain = value(row);
  return typeof plain === 'number' ? count(plain) : (plain ?? '–');
}

function compare(one: string | number | null, other: string | number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other));
}

/** Rows as CSV; a cell that a spreadsheet would compute begins with an apostrophe. */
function csv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cell = (value: string | number | null): string => {
    if (typeof value === 'number') return String(value);
    const text = /^\s*[=+\-@＝＋－＠]/.test(value ?? '') ? `'${value}` : (value ?? '');
    return `"${text.replaceAll('"', '""')}"`;
  };
  const lines = rows.map((row) => columns.map(({ value }) => cell(value(row))).join(','));
  return [columns.map(({ name }) => cell(name)).join(','), ...lines].map((line) => `${line}\r\n`).join('');
}
