import type { Correction } from './correction.ts';
import type { Report } from '#shared/domain/events/evidence.ts';
import { isSameReport } from '#shared/domain/events/same-report.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';
import type { RecordedDiplomaticEvent } from '#shared/domain/events/recorded-event.ts';

/** Why an event is not to be counted any more. */
export type Withdrawal =
  { readonly reason: 'duplicate' | 'false' | 'out-of-scope' } | { readonly reason: 'merged'; readonly into: string };

/** What corrections add to an event. */
export interface Correctness {
  /** How many corrections it has had. */
  readonly corrections?: number;
  /** Parties that say it did not happen so. */
  readonly deniedBy?: readonly string[];
  readonly withdrawn?: Withdrawal;
  /** Events that resemble it and are known to be others. */
  readonly distinctFrom?: readonly string[];
}

/** An event as all that is known of it by now makes it: what it said, corrected. */
export type CorrectedEvent = RecordedDiplomaticEvent & Correctness;

/** Applies corrections, in their order, to the event that they are about. */
export const correctedEvent = <Event extends DiplomaticEvent & Correctness>(
  event: Event,
  corrections: readonly Correction[],
): Event => corrections.reduce((seen, correction) => corrected(seen, correction), event);

function corrected<Event extends DiplomaticEvent & Correctness>(event: Event, correction: Correction): Event {
  return { ...event, ...difference(event, correction), corrections: (event.corrections ?? 0) + 1 };
}

/** The fields that a correction gives another value. */
function difference(
  event: DiplomaticEvent & Correctness,
  correction: Correction,
): Partial<DiplomaticEvent & Correctness> {
  switch (correction.type) {
    case 'EventCorrected':
      return correction.changes as Partial<DiplomaticEvent>;
    case 'EventDateRefined':
      return { occurred: correction.occurred };
    case 'EventRetracted':
      return { withdrawn: { reason: correction.reason } };
    case 'EventsMerged':
      return { withdrawn: { reason: 'merged', into: correction.into } };
    case 'EventsDistinguished':
      return { distinctFrom: [...new Set([...(event.distinctFrom ?? []), ...correction.from])] };
    case 'EventConfirmed':
      return { modality: 'held' };
    case 'EventDenied':
      return { modality: 'denied', deniedBy: [...new Set([...(event.deniedBy ?? []), correction.by])] };
    case 'ReportAttached':
      return { evidence: { ...event.evidence, reports: withReport(event.evidence?.reports, correction.report) } };
    case 'CredibilityAssessed':
      return { evidence: { ...event.evidence, ...correction.evidence } };
  }
}

/** As many reports as an event is shown with, so that what is known of it stays within what a row holds. */
const maxReports = 50;

/**
 * A report that is there already is not listed twice, and the newest are dropped beyond what is shown: the history has
 * them all.
 */
function withReport(reports: readonly Report[] = [], report: Report): Report[] {
  return reports.some((other) => isSameReport(other, report)) || reports.length >= maxReports
    ? [...reports]
    : [...reports, report];
}
