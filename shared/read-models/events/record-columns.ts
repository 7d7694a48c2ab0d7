import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import type { HistoryStep } from './history.ts';
import { cell, participantsCell } from '#shared/api/protocol/cells.ts';
import type { Cell, Columns } from '#shared/api/protocol/csv.ts';

/** What an event says that a correction does not. */
type Fact = Exclude<RecordedEvent, { readonly of: string }>;
const ofFact =
  (show: (fact: Fact) => Cell) =>
  (record: RecordedEvent): Cell =>
    isCorrection(record) ? undefined : show(record);

/**
 * Events and corrections as they were recorded, as CSV: several values of one cell are separated by semicolons, parties
 * come as `code:role`.
 */
export const recordColumns: Columns<RecordedEvent> = {
  position: ({ position }) => position,
  id: ({ id }) => id,
  stream: ({ stream }) => stream,
  version: ({ version }) => version,
  type: ({ type }) => type,
  of: (record) => (isCorrection(record) ? record.of : undefined),
  occurred: ofFact(({ occurred }) => occurred),
  participants: ofFact((fact) => ('participants' in fact ? participantsCell(fact.participants) : undefined)),
  modality: ofFact(({ modality }) => modality),
  cameo: ofFact(({ cameo }) => cameo),
  topics: ofFact(({ topics }) => topics && cell(topics)),
  country: ofFact(({ place }) => place?.country),
  city: ofFact(({ place }) => place?.city),
  partOf: ofFact(({ partOf }) => partOf),
  reliability: ofFact(({ evidence }) => evidence?.reliability),
  credibility: ofFact(({ evidence }) => evidence?.credibility),
  recordedAt: ({ recordedAt }) => recordedAt,
  recordedBy: ({ recordedBy }) => recordedBy.subject,
  organisation: ({ recordedBy }) => recordedBy.organisation,
  summary: ({ summary }) => summary,
};

/** The history of an event as CSV: the record of each step, and how the event stood after it. */
export const historyColumns: Columns<HistoryStep> = {
  record: ({ record }) => record.id,
  position: ({ record }) => record.position,
  type: ({ record }) => record.type,
  recordedAt: ({ record }) => record.recordedAt,
  recordedBy: ({ record }) => record.recordedBy.subject,
  organisation: ({ record }) => record.recordedBy.organisation,
  summary: ({ record }) => record.summary,
  occurred: ({ result }) => result.occurred,
  participants: ({ result }) => participantsCell(result.participants),
  modality: ({ result }) => result.modality,
  cameo: ({ result }) => result.cameo,
  topics: ({ result }) => result.topics && cell(result.topics),
  reliability: ({ result }) => result.evidence?.reliability,
  credibility: ({ result }) => result.evidence?.credibility,
  deniedBy: ({ result }) => result.deniedBy && cell(result.deniedBy),
  withdrawn: ({ result }) => result.withdrawn?.reason,
};
