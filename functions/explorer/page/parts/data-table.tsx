import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { saveFile } from '../save-file.ts';
import { Empty } from '../loaded.tsx';
import { t } from '../text/text.ts';

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
  const [sorting, setSorting] = useState<{ readonly column: number; readonly isDown: boolean }>();
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
  return (
    <>
      <p class="filters">
        <label>
          {t.tables.search}
          <input type="search" value={search} onInput={({ currentTarget }) => setSearch(currentTarget.value)} />
        </label>
        <button type="button" onClick={() => saveFile(`${file}.csv`, 'text/csv', csv(columns, shown))}>
          {t.tables.csv}
        </button>
      </p>
      {shown.length === 0 ? (
        <Empty>{rows.length === 0 ? empty : t.state.noMatch}</Empty>
      ) : (
        <div class="scrolling" tabIndex={0} role="region" aria-label={t.tables.named(caption)}>
          <table>
            <caption>{caption}</caption>
            <thead>
              <tr>
                {columns.map(({ name }, column) => {
                  const isSorted = sorting?.column === column;
                  const order = sorting?.isDown === true ? 'descending' : 'ascending';
                  return (
                    <th key={name} scope="col" aria-sort={isSorted ? order : 'none'}>
                      <button
                        type="button"
                        class="quiet"
                        onClick={() => setSorting({ column, isDown: isSorted && !sorting.isDown })}
                      >
                        {name}
                      </button>
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, index) => (
                <tr key={index}>
                  {columns.map((column) => (
                    <td key={column.name}>
                      {column.shown === undefined ? (column.value(row) ?? '–') : column.shown(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
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
