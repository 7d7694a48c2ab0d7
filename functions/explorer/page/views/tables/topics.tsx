import type { Topic } from '../../api-types.ts';
import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import type { Column } from '../../parts/data-table.tsx';
import { PagedTable } from '../../parts/paged-table.tsx';
import { topicLink } from '../../party-name.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t, words } from '../../text/text.ts';

const columns: readonly Column<Topic>[] = [
  {
    name: t.tables.topic,
    value: ({ topic }) => words(topic),
    shown: ({ topic }) => <a href={topicLink(topic)}>{words(topic)}</a>,
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
export const TopicsView = (): JSX.Element => (
  <section>
    <h1>{t.nav.topics}</h1>
    <PagedTable caption={t.nav.topics} columns={columns} file="topics" load={lists.topics} />
  </section>
);
