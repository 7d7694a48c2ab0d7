import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { Recorded, RecordedDiplomaticEvent } from '#shared/domain/events/recorded-event.ts';
import { type CorrectedEvent, correctedEvent } from './corrected-event.ts';
import type { Correction } from './correction.ts';

/** How an instant is meant: what was recorded by then, or what was reported by then. */
export const knowledges = ['recorded', 'reported'] as const;
export type KnownBy = (typeof knowledges)[number];

type RecordedCorrection = Correction & Recorded;

/** A correction with the instant since which it is known by report. */
export interface KnownCorrection<Of extends RecordedCorrection> {
  readonly correction: Of;
  readonly since: string;
}

/** The corrections of an event that were reported by an instant. */
export interface ReportedHistory<Of extends RecordedCorrection> {
  /** The instant since which the event itself is known. */
  readonly since: string;
  /** In the order of recording. */
  readonly corrections: readonly KnownCorrection<Of>[];
}

/**
 * Returns what was reported of an event by an instant (UTC, milliseconds); `undefined`: nothing. An event is known from
 * its earliest report, also one that was attached later; without a dated report, from the last day on which it may have
 * happened, or the first if it has no end. A correction is known from its own report, or else from its recording. A
 * correction of the date or of fields is not known before those that were recorded earlier, so that an event is listed
 * only at places where it has a row. Nothing is known later than it was recorded. A day means its beginning.
 */
export function reportedHistory<Of extends RecordedCorrection>(
  event: RecordedDiplomaticEvent,
  corrections: readonly Of[],
  instant: string,
): ReportedHistory<Of> | undefined {
  const since = eventSince(event, corrections);
  if (since > instant) return undefined;
  let moved = since;
  const known = corrections.map((correction): KnownCorrection<Of> => {
    const own = correctionSince(correction);
    if (!moves.has(correction.type)) return { correction, since: own < since ? since : own };
    moved = own < moved ? moved : own;
    return { correction, since: moved };
  });
  return { since, corrections: known.filter((one) => one.since <= instant) };
}

/** Returns an event as known by report at an instant, and since when; `undefined`: it was not known. */
export function reportedState<Event extends RecordedDiplomaticEvent & CorrectedEvent>(
  event: Event,
  corrections: readonly RecordedCorrection[],
  instant: string,
): { readonly event: Event; readonly since: string } | undefined {
  const history = reportedHistory(event, corrections, instant);
  if (history === undefined) return undefined;
  const { since, corrections: known } = history;
  return {
    event: correctedEvent(event, known.map(({ correction }) => correction)),
    since: known.reduce((latest, one) => (one.since > latest ? one.since : latest), since),
  };
} // prettier-ignore

/** Corrections that may put an event elsewhere in a list. */
const moves: ReadonlySet<Correction['type']> = new Set(['EventDateRefined', 'EventCorrected']);

function eventSince(event: RecordedDiplomaticEvent, corrections: readonly Correction[]): string {
  const { reportedAt, evidence, occurred, recordedAt } = event;
  const attached = corrections.flatMap((one) => (one.type === 'ReportAttached' ? one.report.publishedOn ?? [] : []));
  const published = (evidence?.reports ?? []).flatMap(({ publishedOn }) => publishedOn ?? []);
  const reports = [...(reportedAt === undefined ? [] : [reportedAt]), ...published, ...attached];
  const { from, to } = occurredRange(occurred);
  const days = reports.length > 0 ? reports : [to ?? from ?? recordedAt];
  return earliest([...days, recordedAt].map(instantOf));
} // prettier-ignore

function correctionSince(correction: RecordedCorrection): string {
  const { reportedAt, recordedAt } = correction;
  const published = correction.type === 'ReportAttached' ? correction.report.publishedOn : undefined;
  return earliest([published ?? reportedAt ?? recordedAt, recordedAt].map(instantOf));
}

const earliest = (instants: readonly string[]): string => instants.reduce((one, other) => (other < one ? other : one));

/** Returns a day's beginning, or an instant, in UTC with milliseconds. */
const instantOf = (text: string): string =>
  text.length === 'YYYY-MM-DD'.length ? `${text}T00:00:00.000Z` : new Date(text).toISOString();
