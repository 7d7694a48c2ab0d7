import canonicalize from 'canonicalize';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { StreamDecider } from '#shared/domain/streams/correctable.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { backOff } from '#shared/back-off.ts';
import { systemTiming, type Timing } from '#shared/clock.ts';
import { appended, type Appended, nothingNew } from './appended.ts';
import { IdempotencyKeyReused, StreamContended, VersionConflict } from './append-errors.ts';
import { type Commit, lastVersion, requestDigest } from './commit.ts';
import { type TargetPorts, withTargets } from './correction-targets.ts';
import { composeCommit } from './compose-commit.ts';
import type { KeyedCommit, Ledger } from './ledger.ts';
import { commitUpTo } from './latest-commits.ts';
import { eventsOf, foldStream } from './stream-state.ts';

export interface AppendRequest {
  readonly stream: string;
  /** The version the stream must have: 0 = no stream yet; `any` = whatever it has. */
  readonly expectedVersion: number | 'any';
  readonly idempotencyKey?: string | undefined;
  readonly events: readonly NewEvent[];
  readonly recordedBy: string;
  /** What the poster calls the matter that the events belong to. */
  readonly correlationId?: string | undefined;
  /** What was posted, where these events record it in another way: the Idempotency-Key is that of the post. */
  readonly posted?: Posted;
}

type Posted = Pick<AppendRequest, 'stream' | 'events'>;

export interface AppendPorts extends TargetPorts {
  readonly ledger: Ledger;
  readonly now: () => Date;
  /** A new commit id (UUIDv7). */
  readonly newId: () => string;
  /** Absent: the system's. */
  readonly timing?: Timing;
}

export type Append = (request: AppendRequest) => Promise<Appended>;

const attempts = 24;

/** Writers who have lost a race spread out over so many durations of an attempt, so that most meet nobody the next time. */
const spread = 16;
const longestPauseMs = 1000;

/**
 * Appends events to a stream: reads its head, checks the precondition, lets the decider accept or refuse, and puts one commit.
 * Throws VersionConflict, RuleViolated, IdempotencyKeyReused, CommitTooLarge or StreamContended; a retry of an
 * acknowledged append gets the first answer again.
 */
export const appender =
  (ports: AppendPorts): Append =>
  async (request) => {
    const decider = deciderFor(request.stream);
    const judged = await withTargets(ports, request.events, ports.now().toISOString().slice(0, 10)).catch(refusal);
    const keyed = request.idempotencyKey !== undefined;
    const posted = request.posted ?? request;
    const attempt = {
      ...request,
      judged,
      posted,
      commitId: request.idempotencyKey ?? ports.newId(),
      digest: keyed ? requestDigest(`${request.recordedBy}\n${canonicalize(posted.events)}`) : undefined,
    };
    return request.expectedVersion === 'any'
      ? appendAnywhere(ports, attempt, decider)
      : appendAt(ports, attempt, decider, request.expectedVersion);
  };

interface Attempt extends AppendRequest {
  /** What of the events is to be decided on; or why not: told only where the request is not the repetition of one that was recorded. */
  readonly judged: readonly NewEvent[] | RuleViolated;
  readonly posted: Posted;
  readonly commitId: string;
  readonly digest: string | undefined;
}

/** With a precondition: one decision. A stream that must be new is not read at all: the put itself finds out. */
async function appendAt(
  ports: AppendPorts,
  attempt: Attempt,
  decider: StreamDecider,
  expectedVersion: number,
): Promise<Appended> {
  const { ledger } = ports;
  const head = expectedVersion === 0 ? undefined : await ledger.head(attempt.stream);
  const found = lastVersion(head);
  if (found !== expectedVersion) return replayOrConflict(ledger, attempt, expectedVersion, found);
  const commit = await compose(ports, attempt, decider, head);
  if (commit === undefined) return nothingNew(attempt.stream, head, attempt.posted.events, attempt.events);
  for (let tried = 0; tried < attempts; tried += 1) {
    if (tried > 0) await backOff(tried, ports.timing);
    const outcome = await ledger.put(commit);
    if (outcome === undefined) return appended(commit, head, attempt.posted.events, attempt.events);
    if (outcome === 'contended') continue;
    return (await replayOf(ledger, outcome.commit, attempt)) ?? keyOrConflict(ledger, attempt, expectedVersion);
  }
  throw new StreamContended(attempt.stream, attempts);
}

/** Without a precondition: whoever loses the race for a version reads the head again, a bounded number of times. */
async function appendAnywhere(ports: AppendPorts, attempt: Attempt, decider: StreamDecider): Promise<Appended> {
  const { ledger, timing = systemTiming } = ports;
  let attemptMs = 0;
  for (let tried = 0; tried < attempts; tried += 1) {
    if (tried > 0)
      await timing.pause(timing.random() * Math.min(attemptMs * Math.min(2 ** tried, spread), longestPauseMs));
    const began = timing.now();
    const head = await ledger.head(attempt.stream);
    const repeated = head && attempt.digest !== undefined ? await replayOf(ledger, head, attempt) : undefined;
    if (repeated !== undefined) return repeated;
    const commit = await compose(ports, attempt, decider, head).catch(refusal);
    if (commit === undefined || commit instanceof RuleViolated) {
      const replayed = await replayOfKey(ledger, attempt);
      if (replayed === undefined && commit !== undefined) throw commit;
      return replayed ?? nothingNew(attempt.stream, head, attempt.posted.events, attempt.events);
    }
    const outcome =
      attempt.digest === undefined ? await ledger.put(commit) : await ledger.putOnce(commit, attempt.posted.stream);
    if (outcome === undefined) return appended(commit, head, attempt.posted.events, attempt.events);
    if (outcome !== 'contended') {
      if ('keyOf' in outcome) return replayAt(ledger, attempt, outcome.keyOf);
      if (attempt.digest === undefined && outcome.commit.commitId === commit.commitId) {
        return appended(commit, head, attempt.posted.events, attempt.events);
      }
    }
    attemptMs = timing.now() - began;
  }
  throw new StreamContended(attempt.stream, attempts);
}

/** A refusal is held back: what contradicts the stream now may be the repetition of an append that made it so. */
const refusal = (error: unknown): RuleViolated => {
  if (error instanceof RuleViolated) return error;
  throw error;
};

async function compose(ports: AppendPorts, attempt: Attempt, decider: StreamDecider, head: Commit | undefined) {
  const { judged: events } = attempt;
  if (events instanceof RuleViolated) throw events;
  const state = await foldStream(ports.ledger, decider, attempt.stream, head);
  return composeCommit({ ...attempt, events, decider, head, state, now: ports.now() });
}

async function replayOrConflict(
  ledger: Ledger,
  attempt: Attempt,
  expectedVersion: number,
  found: number,
): Promise<Appended> {
  const first = attempt.digest && (await ledger.commitAt(attempt.stream, expectedVersion + 1));
  return (
    (first ? await replayOf(ledger, first, attempt) : undefined) ??
    keyOrConflict(ledger, attempt, expectedVersion, found)
  );
}

/** When another commit stands where this one would: perhaps the key was used without a precondition. `found`: the stream's version, if it was read. */
async function keyOrConflict(
  ledger: Ledger,
  attempt: Attempt,
  expectedVersion: number,
  found?: number,
): Promise<Appended> {
  const replayed = await replayOfKey(ledger, attempt);
  if (replayed !== undefined) return replayed;
  throw new VersionConflict(attempt.stream, expectedVersion, found ?? lastVersion(await ledger.head(attempt.stream)));
}

/** The first answer to a key that was used without a precondition. */
async function replayOfKey(ledger: Ledger, attempt: Attempt): Promise<Appended | undefined> {
  const keyed = attempt.digest === undefined ? undefined : await ledger.recall(attempt.posted.stream, attempt.commitId);
  return keyed && replayAt(ledger, attempt, keyed);
}

async function replayAt(ledger: Ledger, attempt: Attempt, { stream, version }: KeyedCommit): Promise<Appended> {
  const commit = await ledger.commitAt(stream, version);
  const replayed = commit && (await replayOf(ledger, commit, attempt));
  if (replayed === undefined) throw new Error(`No commit ${attempt.commitId} at ${stream} ${version}`);
  return replayed;
}

/** The first answer, when this commit is the same request's; throws when it is another request under the same key. */
async function replayOf(ledger: Ledger, standing: Commit, attempt: Attempt): Promise<Appended | undefined> {
  if (standing.commitId !== attempt.commitId) return undefined;
  if (standing.request !== attempt.digest) throw new IdempotencyKeyReused(attempt.posted.stream, attempt.commitId);
  const previous = standing.version > 1 ? await commitUpTo(ledger, standing.stream, standing.version - 1) : undefined;
  return appended(standing, previous, attempt.posted.events, eventsOf(standing));
}
