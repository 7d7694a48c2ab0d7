import { cell, participantsCell } from '#shared/api/protocol/cells.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import type { AnnouncedPhase } from './announced-phases.ts';
import type { RecordedChange } from './recorded-change.ts';

/** A changed event as CSV, with the places in it that differ. */
export const changedEventColumns: Columns<Pick<RecordedChange, 'event' | 'differences'>> = {
  event: ({ event }) => event.id,
  type: ({ event }) => event.type,
  occurred: ({ event }) => event.occurred,
  participants: ({ event }) => participantsCell(event.participants),
  modality: ({ event }) => event.modality,
  changed: ({ differences }) => cell(differences.map(({ pointer }) => pointer)),
};

/** Changes as CSV. */
export const changeColumns: Columns<RecordedChange> = {
  position: ({ position }) => position,
  recordedAt: ({ recordedAt }) => recordedAt,
  recordedBy: ({ recordedBy }) => recordedBy.subject,
  organisation: ({ recordedBy }) => recordedBy.organisation,
  kind: ({ kind }) => kind,
  record: ({ record }) => record,
  ...changedEventColumns,
  summary: ({ summary }) => summary,
};

/** Changes of phase as CSV. */
export const phaseColumns: Columns<AnnouncedPhase> = {
  position: ({ position }) => position,
  announcedAt: ({ announcedAt }) => announcedAt,
  id: ({ id }) => id,
  dyad: ({ dyad }) => dyad,
  channel: ({ channel }) => channel,
  kind: ({ kind }) => kind,
  month: ({ month }) => month,
  before: ({ before }) => before,
  after: ({ after }) => after,
  bayesFactor: ({ bayesFactor }) => bayesFactor,
  probability: ({ probability }) => probability,
  z: ({ z }) => z,
  words: ({ words }) => words,
  evidence: ({ evidence }) => cell(evidence),
};
