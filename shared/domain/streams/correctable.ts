import type { Correction } from '#shared/domain/corrections/correction.ts';
import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { type Decider, RuleViolated } from './decider.ts';
import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import type { DiplomaticEvent, NewEvent } from '#shared/domain/events/new-event.ts';

/**
 * A stream's own state; what was withdrawn (retracted, or merged into another event), and how; and, where the own state rests on a
 * few events only, their versions. The own state is `null` when a correction has made it stale: it can then only be had by folding the
 * stream anew, as it is corrected.
 */
export type Corrected = readonly [own: unknown, withdrawn?: readonly Withdrawn[], restsOn?: readonly number[]];

/** A version that was withdrawn, and how: the reason of its retraction, or the event that it was merged into. */
export type Withdrawn = readonly [version: number, how: string];

/** The rules of a stream, in which every event may also be corrected. */
export interface StreamDecider extends Omit<Decider<Corrected, NewEvent>, 'requireOwn'> {
  /** Throws RuleViolated when an event, as it was corrected, belongs in another stream. */
  requireOwn(event: DiplomaticEvent): void;
  isStale(state: Corrected): boolean;
  /** The state of a whole stream, its events from version 1 on. */
  foldAnew(events: readonly NewEvent[]): Corrected;
}

/** Adds the rules of corrections to a category's own: what is corrected exists, is in this stream, and was not withdrawn. */
export function correctable(stream: string, own: Decider<unknown, DiplomaticEvent>): StreamDecider {
  const initialState: Corrected = [own.initialState];
  const restsOnFew = own.restsOn !== undefined;

  const evolve = ([state, withdrawn = [], few = []]: Corrected, event: NewEvent, version: number): Corrected => {
    if (!isCorrection(event)) {
      const ground = own.restsOn?.(event) === true ? [...few, version] : few;
      return next(own.evolve(state, event, version), withdrawn, ground);
    }
    const stale = changesWhatHappened(event) && (!restsOnFew || few.includes(targetVersion(event)));
    return next(stale ? null : state, withdraws(event) ? [...withdrawn, withdrawalBy(event)] : withdrawn, few);
  };

  return {
    fold: own.fold,
    initialState,
    evolve,
    requireOwn: (event) => own.requireOwn?.(event),
    isStale: ([state]) => state === null,
    decide: (event, [state, withdrawn = []], version) => {
      if (isCorrection(event)) return decideCorrection(stream, event, withdrawn, version);
      if (state === null) {
        throw new RuleViolated(
          'correction-ends-commit',
          'What follows a correction of what happened goes into a commit of its own',
        );
      }
      return own.decide(event, state, version);
    },
    foldAnew: (events) => {
      const corrections = Map.groupBy(events.filter(isCorrection), targetVersion);
      const withdrawn = events.filter(isCorrection).filter(withdraws).map(withdrawalBy);
      let state = own.initialState;
      const few: number[] = [];
      for (const [index, event] of events.entries()) {
        const version = index + 1;
        if (isCorrection(event)) continue;
        if (own.restsOn?.(event) === true) few.push(version);
        if (withdrawalOf(withdrawn, version) !== undefined) continue;
        state = own.evolve(state, correctedEvent(event, corrections.get(version) ?? []), version);
      }
      return next(state, withdrawn, few);
    },
  };
}

/** A state without the lists that are empty at its end. */
function next(state: unknown, withdrawn: readonly Withdrawn[], few: readonly number[]): Corrected {
  if (few.length > 0) return [state, withdrawn, few];
  return withdrawn.length > 0 ? [state, withdrawn] : [state];
}

type Withdrawing = Extract<Correction, { type: 'EventRetracted' | 'EventsMerged' }>;

const withdraws = (correction: Correction): correction is Withdrawing =>
  correction.type === 'EventRetracted' || correction.type === 'EventsMerged';

const withdrawalBy = (correction: Withdrawing): Withdrawn => [
  targetVersion(correction),
  correction.type === 'EventRetracted' ? correction.reason : correction.into,
];

/** How a version was withdrawn; undefined when it was not. */
export const withdrawalOf = (withdrawn: readonly Withdrawn[], version: number): string | undefined =>
  withdrawn.find(([of]) => of === version)?.[1];

/** Whether the stream's own state may be another one after the correction. */
const changesWhatHappened = ({ type }: Correction): boolean =>
  type !== 'ReportAttached' && type !== 'CredibilityAssessed';

const targetVersion = ({ of }: Correction): number => parseEventAddress(of)?.version ?? 0;

function decideCorrection(
  stream: string,
  correction: Correction,
  withdrawn: readonly Withdrawn[],
  version: number,
): readonly Correction[] {
  const target = parseEventAddress(correction.of);
  if (target?.stream !== stream) {
    throw new RuleViolated('correction-of-another-stream', `${correction.of} is corrected in ${target?.stream}`);
  }
  if (target.version >= version) {
    throw new RuleViolated('no-such-event', `${stream} has no event at version ${target.version} yet`);
  }
  if (correction.type === 'EventsMerged' && correction.into === correction.of) {
    throw new RuleViolated('merged-into-itself', `${correction.of} cannot be merged into itself`);
  }
  const how = withdrawalOf(withdrawn, target.version);
  if (how === undefined) return [correction];
  if (withdraws(correction) && withdrawalBy(correction)[1] === how) return [];
  const was = parseEventAddress(how) === undefined ? `retracted (${how})` : `merged into ${how}`;
  throw new RuleViolated('event-withdrawn', `${correction.of} was already ${was}`);
}
