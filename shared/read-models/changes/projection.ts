import type { CorrectionTypeName } from '#shared/domain/corrections/correction-types.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { Recorder } from '#shared/domain/events/recorder.ts';
import { type Difference, differences } from '#shared/domain/events/differences.ts';
import { mentionedParties } from '#shared/domain/parties/mentioned-parties.ts';
import { withoutReports } from '#shared/domain/events/counted-evidence.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';
import { aboutDyad } from '#shared/read-models/parties/counted-events.ts';
import { aboutParty } from '#shared/read-models/parties/dossiers.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';

const kinds = {
  EventCorrected: 'corrected',
  EventDateRefined: 'date-refined',
  EventRetracted: 'retracted',
  EventConfirmed: 'confirmed',
  EventDenied: 'denied',
  ReportAttached: 'report-attached',
  EventsMerged: 'merged',
  CredibilityAssessed: 'credibility-assessed',
} as const satisfies Record<CorrectionTypeName, string>;

/** What happened to an event: it was recorded, or corrected in some way. */
export const changeKinds = ['recorded', ...Object.values(kinds)] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One step of what is known: what was recorded, by whom and when, the event as it is after, and what that made of it. */
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

/** Answers "what has changed since I last looked?": of a party, of a dyad, and of all, in the order of the feed. */
export const changes: Projection<RecordedChange, Change> = {
  name: 'changes',
  version: 1,
  writesOnce: () => true,
  keys: ({ before, after, position }): RowKey[] => {
    const events = [after, ...(before === undefined ? [] : [before])];
    const subjects = [
      ...events.flatMap((event) => [...mentionedParties(event)].map(aboutParty)),
      ...events.flatMap((event) => dyadsConcerned(event).map(aboutDyad)),
      allOn(position),
    ];
    return [...new Set(subjects)].map((partition) => ({ partition, sort: paddedPosition(position) }));
  },
  project: (_row, change) => recordedChange(change),
};

function recordedChange({ position, recordedAt, cause, before, after }: Change): RecordedChange {
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

/** Every correction counts itself; that says nothing. */
const correctionCount = '/corrections';

/** All changes are kept in partitions of so many positions, one after the other. */
const positionsPerPartition = 10_000;
export const allOn = (position: number): string =>
  `all/${String(Math.floor(position / positionsPerPartition)).padStart(8, '0')}`;
