import type { JSX } from 'preact';
import { lists, type Topic } from '../../api-lists.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { href } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t, words } from '../../text/text.ts';

const columns: readonly Column<Topic>[] = [
  {
    name: t.tables.topic,
    value: ({ topic }) => words(topic),
    shown: ({ topic }) => <a href={href(`/topics/${encodeURIComponent(topic)}`)}>{words(topic)}</a>,
  },
  { name: t.tables.held, value: ({ n }) => n },
  { name: t.tables.unheld, value: ({ unheld }) => unheld },
  {
    name: t.tables.lastMonth,
    value: ({ lastMonth }) => lastMonth,
    shown: ({ lastMonth }) => (lastMonth === null ? '–' : dateInWords(lastMonth)),
  },
];

/** The topics of the record. */
export function TopicsView(): JSX.Element {
  const loaded = useLoaded('topics', async () => lists.topics());
  return (
    <section>
      <h1>{t.nav.topics}</h1>
      <Shown of={loaded}>
        {({ items }) => <DataTable caption={t.nav.topics} rows={items} columns={columns} file="topics" />}
      </Shown>
    </section>
  );
}
