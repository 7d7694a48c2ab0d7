import type { Mapped, SkipReason, Skipped } from './map-row.ts';

/** Rows that are counted together, with the first of them. */
export interface RowCount {
  rows: number;
  readonly first: string[];
}

/** The counts of an import, as they are saved between its parts. */
export interface Tally {
  rows: number;
  mapped: number;
  /** Happenings: events that the mapped rows make. */
  events: number;
  /** Events that were recorded; in a dry run none. */
  recorded: number;
  /** Reports that were attached to events after these were recorded. */
  attached: number;
  /** Events that the record had already, whether or not they got further reports. */
  known: number;
  /** The warnings in the replies about recorded events, by their codes. */
  readonly warnings: Record<string, RowCount>;
  /** Fields that a report had not the room for. */
  cutFields: number;
  readonly skipped: Partial<Record<SkipReason, RowCount>>;
  /** By the problem: a rule, or what was expected. */
  readonly refused: Record<string, RowCount>;
  readonly unknownActors: Record<string, RowCount>;
  readonly unknownCodes: Record<string, RowCount>;
  /** Rows whose own score is that of the code table, and others by code: `164: -6 ≠ -7`. */
  readonly scores: { equal: number; readonly different: Record<string, RowCount> };
}

export const emptyTally = (): Tally => ({
  rows: 0,
  mapped: 0,
  events: 0,
  recorded: 0,
  attached: 0,
  known: 0,
  warnings: {},
  cutFields: 0,
  skipped: {},
  refused: {},
  unknownActors: {},
  unknownCodes: {},
  scores: { equal: 0, different: {} },
});

/** Rows that are named for each reason. */
const firstRows = 3;
/** Different names that are counted at most; a file of another source has as many as rows. */
const mostNames = 2000;

/** Counts a row under a name; when there are too many names, under `others`. */
export function count(counts: Record<string, RowCount>, name: string, row: string): void {
  const hasRoom = Object.hasOwn(counts, name) || Object.keys(counts).length < mostNames;
  const counted = hasRoom ? name : 'others';
  const { rows, first } = (Object.hasOwn(counts, counted) ? counts[counted] : undefined) ?? { rows: 0, first: [] };
  const value = { rows: rows + 1, first: first.length < firstRows ? [...first, row] : first };
  // A cell may have any name, also that of a member of every object.
  Object.defineProperty(counts, counted, { value, enumerable: true, writable: true, configurable: true });
}

/** Counts a row that became no event. */
export function countSkipped(tally: Tally, { skipped, unknown }: Skipped, row: string): void {
  count(tally.skipped, skipped, row);
  if (unknown !== undefined)
    count(unknown.kind === 'actor' ? tally.unknownActors : tally.unknownCodes, unknown.name, row);
}

/** Counts a row that became an event or a report of one. */
export function countMapped(tally: Tally, { cut, scores, event }: Mapped, row: string): void {
  tally.mapped += 1;
  tally.cutFields += cut;
  if (scores === undefined) return;
  if (Math.abs(scores.own - scores.table) < 0.05) tally.scores.equal += 1;
  else count(tally.scores.different, `${event.cameo}: ${scores.own} ≠ ${scores.table}`, row);
}
