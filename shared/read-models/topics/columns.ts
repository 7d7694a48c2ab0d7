import { cell, quadClassColumns } from '#shared/api/protocol/cells.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import type { TopicCount, TopicMonth } from './query.ts';

/** Topics as CSV. */
export const topicColumns: Columns<TopicCount> = {
  topic: ({ topic }) => topic,
  n: ({ n }) => n,
  unheld: ({ unheld }) => unheld,
  lastMonth: ({ lastMonth }) => lastMonth,
};

/** A trend as CSV; dyads come as `dyad:n`, separated by semicolons. */
export const trendColumns: Columns<TopicMonth> = {
  month: ({ month }) => month,
  n: ({ n }) => n,
  unheld: ({ unheld }) => unheld,
  total: ({ total }) => total,
  share: ({ share }) => share,
  ...quadClassColumns,
  dyads: ({ dyads }) => cell(dyads.map(({ dyad, n }) => `${dyad}:${n}`)),
};
