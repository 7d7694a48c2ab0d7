import type { RecordedChange } from '#shared/read-models/changes/recorded-change.ts';
import type { OfficeHolder } from './read-offices.ts';
import type { TopicCount, TopicMonth } from '#shared/read-models/topics/query.ts';
import { cell, participantsCell, quadClassColumns } from '#shared/api/protocol/cells.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';

/** Offices as CSV. */
export const officeColumns: Columns<OfficeHolder> = {
  party: ({ party }) => party,
  office: ({ office }) => office,
  slug: ({ slug }) => slug,
  person: ({ person }) => person?.id,
  name: ({ person }) => person?.name,
  from: ({ from }) => from,
  to: ({ to }) => to,
  firstEvent: ({ firstEvent }) => firstEvent,
  lastEvent: ({ lastEvent }) => lastEvent,
};

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

/** Changes as CSV, with the places in the event that a correction changed. */
export const changeColumns: Columns<RecordedChange> = {
  position: ({ position }) => position,
  recordedAt: ({ recordedAt }) => recordedAt,
  recordedBy: ({ recordedBy }) => recordedBy.subject,
  organisation: ({ recordedBy }) => recordedBy.organisation,
  kind: ({ kind }) => kind,
  record: ({ record }) => record,
  event: ({ event }) => event.id,
  type: ({ event }) => event.type,
  occurred: ({ event }) => event.occurred,
  participants: ({ event }) => participantsCell(event.participants),
  modality: ({ event }) => event.modality,
  changed: ({ differences }) => cell(differences.map(({ pointer }) => pointer)),
  summary: ({ summary }) => summary,
};
