import canonicalize from 'canonicalize';
import { requireAuthority } from '#shared/domain/corrections/authority.ts';
import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { casesAfter, type EventCases } from '#shared/domain/corrections/event-case.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { record, type Recording } from '#shared/domain/events/recorded-event.ts';
import type { Recorder } from '#shared/domain/events/recorder.ts';
import { requireSound, requireSoundlyCorrected } from '#shared/domain/events/sound-event.ts';
import type { StreamDecider, StreamState } from '#shared/domain/streams/correctable.ts';
import { caseChanges } from './case-changes.ts';
import { type Commit, commitHash, genesisHash, lastVersion } from './commit.ts';
import { requireFewEnough, requireFewEnoughChanges, requireItemFits, requireSmallEnough } from './commit-limits.ts';
import type { DecisionChange } from './decisions.ts';
import type { LoadedCase } from './event-cases.ts';
import { noTrees, type Trees } from './event-trees.ts';
import { growing } from './tree-changes.ts';
import { storedState } from './stream-state.ts';

export interface CommitDraft {
  readonly stream: string;
  readonly commitId: string;
  readonly events: readonly NewEvent[];
  readonly recordedBy: Recorder;
  /** Whether the recorder may correct the events of other organisations. */
  readonly mayCurate?: boolean | undefined;
  readonly correlationId?: string | undefined;
  readonly decider: StreamDecider;
  readonly head: Commit | undefined;
  /** The decider's state at the head. */
  readonly state: StreamState;
  /** The cases of the events that corrections name. */
  readonly cases?: ReadonlyMap<string, LoadedCase>;
  /** The trees that events become parts of. */
  readonly trees?: Trees;
  readonly now: Date;
}

/** A commit, and what is to be written with it of what later commits are decided on. */
export interface Composed {
  readonly commit: Commit;
  readonly changes: readonly DecisionChange[];
}

/**
 * The commit that follows the head, or `undefined` when the decider has nothing to record. Throws RuleViolated or
 * CommitTooLarge.
 */
export function composeCommit(draft: CommitDraft): Composed | undefined {
  requireFewEnough(draft.events.length);
  const committedAt = notBefore(draft.head?.committedAt, draft.now.toISOString());
  const decided = decideEvents(draft, committedAt.slice(0, 10));
  const { accepted } = decided;
  if (accepted.length === 0) return undefined;
  const events = storedEvents(accepted, {
    recordedAt: committedAt,
    recordedBy: draft.recordedBy,
    correlationId: draft.correlationId,
  });
  const first = lastVersion(draft.head) + 1;
  const last = first + accepted.length - 1;
  const state = storedState(draft.decider, draft.stream, draft.head, decided.state);
  const changes = [...decided.changes(last), ...state.changes];
  requireFewEnoughChanges(changes.length);
  const hashed = {
    stream: draft.stream,
    version: first,
    count: accepted.length,
    format: 2,
    events,
    previousHash: draft.head?.hash ?? genesisHash(draft.stream),
    commitId: draft.commitId,
    state: state.text,
    committedAt,
  } as const;
  const commit = { ...hashed, hash: commitHash(hashed) };
  requireItemFits(commit);
  return { commit, changes };
}

/** Decides on events, one after the other; what each changes is known to those after it. */
function decideEvents(draft: CommitDraft, recordedOn: string) {
  const { decider, cases: before = new Map<string, LoadedCase>(), trees: known = noTrees } = draft;
  const first = lastVersion(draft.head) + 1;
  const trees = growing(known);
  const accepted: NewEvent[] = [];
  let cases: EventCases = before;
  const corrector = { organisation: draft.recordedBy.organisation, mayCurate: draft.mayCurate ?? false };
  let { state } = draft;
  for (const event of draft.events) {
    if (isCorrection(event)) requireAuthority(event, cases, corrector);
    else requireSound(event, recordedOn);
    for (const fact of decider.decide(event, state, first + accepted.length, cases)) {
      const version = first + accepted.length;
      state = decider.evolve(state, fact, version, cases);
      if (isCorrection(fact)) cases = casesAfter(cases, [fact]);
      trees.take(fact, eventId(draft.stream, version));
      accepted.push(fact);
    }
  }
  requireSoundCorrections(draft, accepted, before, recordedOn);
  return {
    accepted,
    state,
    changes: (last: number) => [...caseChanges(before, cases, last), ...trees.changes()],
  };
}

/** Holds each corrected event to the rules of a first report, as all of the corrections leave it. */
function requireSoundCorrections(
  { decider }: CommitDraft,
  accepted: readonly NewEvent[],
  before: EventCases,
  recordedOn: string,
): void {
  for (const [of, together] of Map.groupBy(accepted.filter(isCorrection), (correction) => correction.of)) {
    const event = before.get(of)?.event;
    if (event === undefined) throw new Error(`${of} was not read`);
    requireSoundlyCorrected(correctedEvent(event, together), together, decider, recordedOn);
  }
}

/** Clocks of two functions may differ: within a stream the time of recording never runs backwards. */
const notBefore = (earlier: string | undefined, now: string): string =>
  earlier !== undefined && earlier > now ? earlier : now;

function storedEvents(events: readonly NewEvent[], by: Recording): string {
  const stored = events.map((event) => canonicalize(record(event, by)) ?? '');
  requireSmallEnough(stored);
  return `[${stored.join(',')}]`;
}
