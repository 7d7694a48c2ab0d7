import { type CorrectedEvent, correctedEvent, type Withdrawal } from './corrected-event.ts';
import type { Correction } from './correction.ts';

/** An event as it is corrected by now, and what else decides whether a further correction of it is accepted. */
export interface EventCase {
  readonly event: CorrectedEvent;
  /** Whether other events were merged into it, so that it stands for them. */
  readonly isMergeTarget: boolean;
}

/** The cases of the events that some corrections name, by the events' ids. */
export type EventCases = ReadonlyMap<string, EventCase>;

/** Returns the ids of the events that a correction names: its own, and others that it says something of. */
export function eventsNamedBy(correction: Correction): string[] {
  switch (correction.type) {
    case 'EventsMerged':
      return [correction.of, correction.into];
    case 'EventsDistinguished':
      return [correction.of, ...correction.from];
    case 'EventCorrected':
    case 'EventDateRefined':
    case 'EventRetracted':
    case 'EventConfirmed':
    case 'EventDenied':
    case 'ReportAttached':
    case 'CredibilityAssessed':
      return [correction.of];
  }
}

/** The case after a correction of its event. */
export const caseAfter = (before: EventCase, correction: Correction): EventCase => ({
  ...before,
  event: correctedEvent(before.event, [correction]),
});

/** What some corrections make of cases, one after the other. */
export function casesAfter(before: EventCases, corrections: readonly Correction[]): EventCases {
  const after = new Map(before);
  for (const correction of corrections) {
    const about = after.get(correction.of);
    if (about !== undefined) after.set(correction.of, caseAfter(about, correction));
    const into = correction.type === 'EventsMerged' ? after.get(correction.into) : undefined;
    if (into !== undefined) after.set(into.event.id, { ...into, isMergeTarget: true });
  }
  return after;
}

/** How a correction withdraws its event; undefined when it does not. */
export function withdrawalBy(correction: Correction): Withdrawal | undefined {
  if (correction.type === 'EventRetracted') return { reason: correction.reason };
  return correction.type === 'EventsMerged' ? { reason: 'merged', into: correction.into } : undefined;
}

/** Whether two withdrawals say the same. */
export const isSameWithdrawal = (one: Withdrawal, other: Withdrawal): boolean =>
  one.reason === 'merged' && other.reason === 'merged' ? one.into === other.into : one.reason === other.reason;
