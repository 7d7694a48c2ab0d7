import canonicalize from 'canonicalize';
import type { Corrected, StreamDecider } from '#shared/domain/streams/correctable.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { record, type Recording } from '#shared/domain/events/recorded-event.ts';
import { requireSound } from '#shared/domain/events/sound-event.ts';
import { CommitTooLarge } from './append-errors.ts';
import { chainHash, type Commit, genesisHash, lastVersion } from './commit.ts';
import { storedState } from './stream-state.ts';

/** At most this many events in a commit. */
export const maxEvents = 100;
/** At most this many bytes of recorded events in a commit (a DynamoDB item holds 400 KB). */
export const maxCommitBytes = 200 * 1024;
/** At most this many bytes in one recorded event. */
export const maxEventBytes = 64 * 1024;

export interface CommitDraft {
  readonly stream: string;
  readonly commitId: string;
  readonly digest: string | undefined;
  readonly events: readonly NewEvent[];
  readonly recordedBy: string;
  readonly correlationId?: string | undefined;
  readonly decider: StreamDecider;
  readonly head: Commit | undefined;
  /** The decider's state at the head. */
  readonly state: Corrected;
  readonly now: Date;
}

/** The commit that follows the head, or `undefined` when the decider has nothing to record. Throws RuleViolated or CommitTooLarge. */
export function composeCommit(draft: CommitDraft): Commit | undefined {
  requireFewEnough(draft.events.length);
  const first = lastVersion(draft.head) + 1;
  const committedAt = notBefore(draft.head?.committedAt, draft.now.toISOString());
  let { state } = draft;
  const accepted: NewEvent[] = [];
  for (const event of draft.events) {
    if (!isCorrection(event)) requireSound(event, committedAt.slice(0, 10));
    for (const fact of draft.decider.decide(event, state, first + accepted.length)) {
      state = draft.decider.evolve(state, fact, first + accepted.length);
      accepted.push(fact);
    }
  }
  if (accepted.length === 0) return undefined;
  const events = storedEvents(accepted, {
    recordedAt: committedAt,
    recordedBy: draft.recordedBy,
    correlationId: draft.correlationId,
  });
  const previousHash = draft.head?.hash ?? genesisHash(draft.stream);
  return {
    stream: draft.stream,
    version: first,
    count: accepted.length,
    events,
    previousHash,
    hash: chainHash(previousHash, events),
    commitId: draft.commitId,
    ...(draft.digest !== undefined && { request: draft.digest }),
    state: storedState(draft.decider, state),
    committedAt,
  };
}

/** Clocks of two functions may differ: within a stream the time of recording never runs backwards. */
const notBefore = (earlier: string | undefined, now: string): string =>
  earlier !== undefined && earlier > now ? earlier : now;

function storedEvents(events: readonly NewEvent[], by: Recording): string {
  const stored = events.map((event) => canonicalize(record(event, by)) ?? '');
  requireSmallEnough(stored);
  return `[${stored.join(',')}]`;
}

/** Refuses more events than a commit holds; throws CommitTooLarge. */
export function requireFewEnough(count: number): void {
  if (count > maxEvents) throw new CommitTooLarge(`A commit holds at most ${maxEvents} events, not ${count}`, '');
}

/** Refuses events, as JSON, that are larger than one or a commit of them may be; throws CommitTooLarge. */
export function requireSmallEnough(events: readonly string[]): void {
  let all = 1 + Math.max(events.length, 1); // brackets and commas
  for (const [index, json] of events.entries()) {
    const bytes = Buffer.byteLength(json);
    if (bytes > maxEventBytes) {
      throw new CommitTooLarge(`An event holds at most ${maxEventBytes} bytes, not ${bytes}`, `/${index}`);
    }
    all += bytes;
  }
  if (all > maxCommitBytes) {
    throw new CommitTooLarge(`A commit holds at most ${maxCommitBytes} bytes, not ${all}`, '');
  }
}
