import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Page } from '../api-types.ts';
import { Failed, Shown, useLoaded } from '../loaded.tsx';
import { t } from '../text/text.ts';
import { type Column, DataTable } from './data-table.tsx';

interface PagedTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** The name of the file that is saved, by which the list is also known. */
  readonly file: string;
  readonly load: (cursor?: string) => Promise<Page<Row>>;
}

/** The pages of a list that came after the first one. */
interface Further<Row> extends Page<Row> {
  readonly first: Page<Row>;
  readonly problem?: unknown;
}

/** A table of a list whose pages are loaded when they are asked for: search, order and CSV are of what is loaded. */
export function PagedTable<Row>({ file, load, ...table }: PagedTableProps<Row>): JSX.Element {
  const loaded = useLoaded(file, async () => load());
  const [further, setFurther] = useState<Further<Row>>();
  return (
    <Shown of={loaded}>
      {(first) => {
        const { items, next, problem } =
          further?.first === first ? further : { ...first, items: [], problem: undefined };
        const more = async (cursor: string): Promise<void> => {
          const outcome = await load(cursor).then(
            (page) => ({ items: [...items, ...page.items], next: page.next }),
            (reason: unknown) => ({ items, next, problem: reason }),
          );
          setFurther({ first, ...outcome });
        };
        return (
          <>
            <DataTable {...table} rows={[...first.items, ...items]} file={file} />
            {problem !== undefined && <Failed problem={problem} />}
            {next !== null && (
              <button type="button" onClick={() => void more(next)}>
                {t.state.more}
              </button>
            )}
          </>
        );
      }}
    </Shown>
  );
}
