import type { TimelineEntry } from './projection.ts';
import { cell, participantsCell } from '#shared/api/protocol/cells.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';

/** A timeline as CSV: several values of one cell are separated by semicolons, parties come as `code:role`. */
export const timelineColumns: Columns<TimelineEntry> = {
  id: ({ id }) => id,
  position: ({ position }) => position,
  type: ({ type }) => type,
  occurred: ({ occurred }) => occurred,
  from: ({ from }) => from,
  to: ({ to }) => to,
  participants: ({ participants }) => participantsCell(participants),
  modality: ({ modality }) => modality,
  cameo: ({ cameo }) => cameo,
  topics: ({ topics }) => topics && cell(topics),
  country: ({ place }) => place?.country,
  city: ({ place }) => place?.city,
  level: ({ level }) => level,
  partOf: ({ partOf }) => partOf,
  reliability: ({ evidence }) => evidence?.reliability,
  credibility: ({ evidence }) => evidence?.credibility,
  corrections: ({ corrections }) => corrections,
  withdrawn: ({ withdrawn }) => withdrawn?.reason,
  recordedAt: ({ recordedAt }) => recordedAt,
  recordedBy: ({ recordedBy }) => recordedBy.subject,
  organisation: ({ recordedBy }) => recordedBy.organisation,
  summary: ({ summary }) => summary,
};
