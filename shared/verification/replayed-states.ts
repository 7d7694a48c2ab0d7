import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { caseAfter, type EventCase } from '#shared/domain/corrections/event-case.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import type { StreamState } from '#shared/domain/streams/correctable.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { eventsOf, isReadable, isStoredStale, storedState } from '#shared/ledger/stream-state.ts';

type Known = Omit<Commit, 'request'>;

/**
 * Replays a stream, commit by commit, and returns the state that each must hold; `undefined` for one whose hash does
 * not cover it, or whose state another version of the fold made.
 */
export function replayedStates(stream: string): (commit: Known) => string | undefined {
  const decider = deciderFor(stream);
  const events: RecordedEvent[] = [];
  const cases = new Map<string, EventCase>();
  let state: StreamState = decider.initialState;
  let previous: Known | undefined;

  /** The state before the commit: an unreadable or stale state is folded again unless only corrections follow. */
  const stateBefore = (recorded: readonly RecordedEvent[]): StreamState => {
    if (previous === undefined) return decider.initialState;
    const isKept = isReadable(decider, previous) && !isStoredStale(previous);
    if (isKept && !decider.isStale(state)) return state;
    return recorded.every(isCorrection) ? [null] : decider.foldAnew(events);
  };

  return (commit) => {
    const recorded = eventsOf(commit);
    state = stateBefore(recorded);
    for (const event of recorded) {
      state = decider.evolve(state, event, event.version, cases);
      events.push(event);
      if (!isCorrection(event)) cases.set(event.id, { event, isMergeTarget: false });
      else {
        const about = cases.get(event.of);
        if (about !== undefined) cases.set(event.of, caseAfter(about, event));
      }
    }
    const expected = isReadable(decider, commit) ? storedState(decider, stream, previous, state).text : undefined;
    previous = commit;
    return commit.format === undefined ? undefined : expected;
  };
}
