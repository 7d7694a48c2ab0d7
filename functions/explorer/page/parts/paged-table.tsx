import type { JSX } from 'preact';
import type { Page } from '../api-types.ts';
import { Failed, Shown } from '../loaded.tsx';
import { t } from '../text/text.ts';
import { usePages } from '../use-pages.ts';
import { type Column, DataTable } from './data-table.tsx';

interface PagedTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** The name of the file that is saved, by which the list is also known. */
  readonly file: string;
  readonly load: (cursor?: string) => Promise<Page<Row>>;
}

/** A table of a list whose pages are loaded when they are asked for: search, order and CSV are of what is loaded. */
export function PagedTable<Row>({ file, load, ...table }: PagedTableProps<Row>): JSX.Element {
  return (
    <Shown of={usePages(file, load)}>
      {({ items, more, problem }) => (
        <>
          <DataTable {...table} rows={items} file={file} />
          {problem !== undefined && <Failed problem={problem} />}
          {more !== undefined && (
            <button type="button" onClick={more}>
              {t.state.more}
            </button>
          )}
        </>
      )}
    </Shown>
  );
}
