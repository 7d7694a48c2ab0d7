import type { Correction } from '../correction.ts';
import { correctedEvent } from '../corrected-event.ts';
import { isCorrection } from '../correction-types.ts';
import { type Decider, RuleViolated } from '../decider.ts';
import { parseEventAddress } from '../event-address.ts';
import type { DiplomaticEvent, NewEvent } from '../new-event.ts';

/**
 * A stream's own state, and the versions that were withdrawn (retracted, or merged into another event). The own state is `null`
 * when a correction has made it stale: it can then only be had by folding the stream anew, as it is corrected.
 */
export type Corrected = readonly [own: unknown, withdrawn?: readonly number[]];

/** The rules of a stream, in which every event may also be corrected. */
export interface StreamDecider extends Decider<Corrected, NewEvent> {
  isStale(state: Corrected): boolean;
  /** The state of a whole stream, its events from version 1 on. */
  foldAnew(events: readonly NewEvent[]): Corrected;
}

/** Adds the rules of corrections to a category's own: what is corrected exists, is in this stream, and was not withdrawn. */
export function correctable(stream: string, own: Decider<unknown, DiplomaticEvent>): StreamDecider {
  const remembers = Object.keys(own.initialState as object).length > 0;
  const initialState: Corrected = [own.initialState];

  const evolve = ([state, withdrawn = []]: Corrected, event: NewEvent): Corrected => {
    if (!isCorrection(event)) return next(own.evolve(state, event), withdrawn);
    const known = remembers && changesWhatHappened(event) ? null : state;
    return next(known, withdraws(event) ? [...withdrawn, targetVersion(event)] : withdrawn);
  };

  return {
    fold: own.fold,
    initialState,
    evolve,
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
      const withdrawn = events.filter(isCorrection).filter(withdraws).map(targetVersion);
      const state = events.reduce((before: unknown, event, index) => {
        if (isCorrection(event) || withdrawn.includes(index + 1)) return before;
        return own.evolve(before, correctedEvent(event, corrections.get(index + 1) ?? []));
      }, own.initialState);
      return next(state, withdrawn);
    },
  };
}

const next = (state: unknown, withdrawn: readonly number[]): Corrected =>
  withdrawn.length === 0 ? [state] : [state, withdrawn];

const withdraws = ({ type }: Correction): boolean => type === 'EventRetracted' || type === 'EventsMerged';

/** Whether the stream's own state may be another one after the correction. */
const changesWhatHappened = (correction: Correction): boolean =>
  withdraws(correction) || ['EventConfirmed', 'EventDenied', 'EventCorrected'].includes(correction.type);

const targetVersion = ({ of }: Correction): number => parseEventAddress(of)?.version ?? 0;

function decideCorrection(
  stream: string,
  correction: Correction,
  withdrawn: readonly number[],
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
  if (!withdrawn.includes(target.version)) return [correction];
  if (withdraws(correction)) return [];
  throw new RuleViolated('event-withdrawn', `${correction.of} was retracted or merged into another event`);
}
