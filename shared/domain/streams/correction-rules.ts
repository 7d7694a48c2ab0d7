import { violationsOfChanges } from '#shared/domain/corrections/changes-of-type.ts';
import type { Withdrawal } from '#shared/domain/corrections/corrected-event.ts';
import type { Correction } from '#shared/domain/corrections/correction.ts';
import {
  type EventCase,
  type EventCases,
  isSameWithdrawal,
  withdrawalBy,
} from '#shared/domain/corrections/event-case.ts';
import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import { isSameReport } from '#shared/domain/events/same-report.ts';
import { isRecordedBefore } from '#shared/domain/events/recorded-event.ts';
import { RuleViolated } from './decider.ts';

/** At most this many corrections of one event are accepted; a withdrawal, which ends them, is accepted besides. */
export const maxCorrections = 1000;

/**
 * The correction, or nothing when its event says so already; throws RuleViolated. The target exists, is in this stream,
 * was not withdrawn, and takes the changes; an event is merged into an earlier record that stands, and stands itself
 * while others are merged into it.
 */
export function decideCorrection(
  stream: string,
  correction: Correction,
  version: number,
  cases: EventCases,
): readonly Correction[] {
  const target = parseEventAddress(correction.of);
  if (target?.stream !== stream) {
    throw new RuleViolated('correction-of-another-stream', `${correction.of} is corrected in ${target?.stream}`);
  }
  const about = cases.get(correction.of);
  if (target.version >= version || about === undefined) {
    throw new RuleViolated('no-such-event', `${stream} has no event at version ${target.version} yet`);
  }
  if (correction.type === 'EventsMerged' && correction.into === correction.of) {
    throw new RuleViolated('merged-into-itself', `${correction.of} cannot be merged into itself`);
  }
  const { withdrawn } = about.event;
  if (withdrawn !== undefined) return decideWithdrawn(correction, withdrawn);
  requireFewEnoughCorrections(correction, about);
  return decideStanding(correction, about, cases);
}

function decideWithdrawn(correction: Correction, withdrawn: Withdrawal): readonly Correction[] {
  const again = withdrawalBy(correction);
  if (again !== undefined && isSameWithdrawal(again, withdrawn)) return [];
  const was = withdrawn.reason === 'merged' ? `merged into ${withdrawn.into}` : `retracted (${withdrawn.reason})`;
  throw new RuleViolated('event-withdrawn', `${correction.of} was already ${was}`);
}

function requireFewEnoughCorrections(correction: Correction, { event }: EventCase): void {
  if (withdrawalBy(correction) !== undefined || (event.corrections ?? 0) < maxCorrections) return;
  throw new RuleViolated(
    'too-many-corrections',
    `${event.id} has ${maxCorrections} corrections, as many as are accepted of one event: retract it, and record it anew`,
  );
}

function decideStanding(correction: Correction, about: EventCase, cases: EventCases): readonly Correction[] {
  const { event } = about;
  switch (correction.type) {
    case 'EventCorrected':
      requireChangesOfType(about, correction.changes);
      return [correction];
    case 'EventsMerged':
      requireMergeable(about, cases.get(correction.into));
      return [correction];
    case 'EventsDistinguished':
      return distinction(correction, about, cases);
    case 'EventRetracted':
      requireNoneMerged(about);
      return [correction];
    case 'ReportAttached':
      return event.evidence?.reports?.some((known) => isSameReport(known, correction.report)) ? [] : [correction];
    case 'EventDateRefined':
    case 'EventConfirmed':
    case 'EventDenied':
    case 'CredibilityAssessed':
      return [correction];
  }
}

/** The events at most that one is told from: each correction of it carries them. */
export const mostDistinct = 100;

/**
 * The distinction, or nothing where every one is known, whichever of the two events says so. Whether the others are
 * there is known from reading their cases.
 */
function distinction(
  correction: Extract<Correction, { type: 'EventsDistinguished' }>,
  { event: { id, distinctFrom = [] } }: EventCase,
  cases: EventCases,
): readonly Correction[] {
  if (correction.from.includes(id)) {
    throw new RuleViolated('distinguished-from-itself', `${id} cannot be told from itself`);
  }
  const all = new Set([...distinctFrom, ...correction.from]);
  if (all.size > mostDistinct) {
    throw new RuleViolated(
      'too-many-distinctions',
      `${id} would be told from ${all.size} events: ${mostDistinct} at most`,
    );
  }
  const isKnown = (other: string) =>
    distinctFrom.includes(other) || cases.get(other)?.event.distinctFrom?.includes(id) === true;
  return correction.from.every(isKnown) ? [] : [correction];
}

type Changes = Extract<Correction, { type: 'EventCorrected' }>['changes'];

/** A corrected event is held to the rules of its type as if it were posted. */
function requireChangesOfType({ event: { id, type } }: EventCase, changes: Changes): void {
  const violations = violationsOfChanges(type, changes);
  if (violations.length === 0) return;
  throw new RuleViolated('changes-not-of-this-type', `${id} is of type ${type}: ${violations.join('; ')}`);
}

/**
 * Events are merged into earlier records only, so that no two, however close in time, are ever merged into each other.
 */
function requireMergeable({ event }: EventCase, into: EventCase | undefined): void {
  if (into === undefined) throw new Error(`The event that ${event.id} is to be merged into was not read`);
  if (isRecordedBefore(event, into.event)) {
    throw new RuleViolated(
      'merged-into-later-record',
      `${into.event.id} was recorded after ${event.id}: merge it into ${event.id} instead, and correct that one`,
    );
  }
  if (into.event.withdrawn !== undefined) {
    throw new RuleViolated('event-withdrawn', `${into.event.id} was retracted or merged into another event itself`);
  }
}

function requireNoneMerged({ event, isMergeTarget }: EventCase): void {
  if (!isMergeTarget) return;
  throw new RuleViolated(
    'retraction-of-merge-target',
    `Others were merged into ${event.id}, which stands for them: merge it into an earlier record, or assess how far to believe it ` +
      '(CredibilityAssessed) instead of retracting it',
  );
}
