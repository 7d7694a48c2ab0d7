import { paddedPosition } from './padded-position.ts';
import type { Projection } from './projection.ts';
import {
  type CorrectionRow,
  eventKey,
  type EventRow,
  eventRowsName,
  historyKey,
  type HistoryRow,
  historySuffix,
  paddedVersion,
} from './stored-events.ts';

/**
 * Answers "what is this event?": a row for each, by stream and version, with its body; and, of one that was corrected,
 * a row for every step of its history, each written once. A correction costs the same however many came before.
 */
export const eventRows: Projection<EventRow | CorrectionRow | HistoryRow> = {
  ...eventRowsName,
  writesOnce: ({ partition }) => partition.endsWith(historySuffix),
  isFirst: ({ before, after }, { sort }) => before === undefined || sort !== paddedVersion(after.version),
  keys: ({ cause, before, after }) => {
    const own = eventKey(after.stream, after.version);
    if (before === undefined) return [own];
    const first = before.corrections === undefined ? [historyKey(before, before.position)] : [];
    return [own, eventKey(cause.stream, cause.version), ...first, historyKey(after, cause.position)];
  },
  project: (_row, { cause, before, after, recordedAt }, { partition, sort }) => {
    if (partition.endsWith(historySuffix)) return historyRow({ cause, before }, sort);
    if (sort !== paddedVersion(after.version)) return { of: after.id };
    const { id: _id, ...event } = after;
    return { since: recordedAt, event };
  },
};

/** The step that a history row is about: of the two that a first correction writes, one is that of the first record. */
function historyRow({ cause, before }: HistoryRow, sort: string): HistoryRow {
  if (before === undefined || sort.endsWith(`#${paddedPosition(cause.position)}`)) {
    return before === undefined ? { cause } : { before, cause };
  }
  return { cause: before };
}
