import type { CorrectionTypeName } from '#shared/domain/corrections/correction-types.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { Recorder } from '#shared/domain/events/recorder.ts';
import { withoutReports } from '#shared/domain/events/counted-evidence.ts';
import { type Difference, differences } from '#shared/domain/events/differences.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';

const kinds = {
  EventCorrected: 'corrected',
  EventDateRefined: 'date-refined',
  EventRetracted: 'retracted',
  EventConfirmed: 'confirmed',
  EventDenied: 'denied',
  ReportAttached: 'report-attached',
  EventsMerged: 'merged',
  EventsDistinguished: 'distinguished',
  CredibilityAssessed: 'credibility-assessed',
} as const satisfies Record<CorrectionTypeName, string>;

/** What happened to an event: it was recorded, or corrected in some way. */
export const changeKinds = ['recorded', ...Object.values(kinds)] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * One step of what is known: what was recorded, by whom and when, the event as it is after, and what that made of it.
 */
export interface RecordedChange {
  readonly position: number;
  readonly kind: ChangeKind;
  readonly recordedAt: string;
  readonly recordedBy: Recorder;
  /** The record itself: the event, or the correction of it. */
  readonly record: string;
  /** Why, in the words of the correction. */
  readonly summary?: string;
  readonly event: SeenEvent;
  /** What a correction changed in the event; nothing where it was first recorded. */
  readonly differences: readonly Difference[];
}

/** Every correction counts itself; that says nothing. */
const correctionCount = '/corrections';

/** A change as it is shown. */
export function recordedChange({ cause, before, after, position, recordedAt }: Change): RecordedChange {
  const why = isCorrection(cause) ? cause.summary : undefined;
  return {
    position,
    kind: isCorrection(cause) ? kinds[cause.type] : 'recorded',
    recordedAt,
    recordedBy: cause.recordedBy,
    record: cause.id,
    ...(why !== undefined && { summary: why }),
    event: withoutReports(after),
    differences:
      before === undefined ? [] : differences(before, after).filter(({ pointer }) => pointer !== correctionCount),
  };
}
