import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import { unavailable } from '#shared/dynamodb/unavailable.ts';
import { backOff } from '#shared/back-off.ts';
import { systemTiming, type Timing } from '#shared/clock.ts';
import { CommitTooLarge, StreamContended, VersionConflict } from './append-errors.ts';
import type { AppendRequest, Attempt } from './append-request.ts';
import { appended, type Appended, nothingNew } from './appended.ts';
import { type Commit, lastVersion } from './commit.ts';
import { type Composed, composeCommit } from './compose-commit.ts';
import { loadCases } from './event-cases.ts';
import { loadTrees } from './event-trees.ts';
import { firstAnswerIn, keyedRequest, remembered } from './idempotency.ts';
import type { Ledger } from './ledger.ts';
import { answered, landedAt, olderCommit, replayOf, replayOfCommit } from './replay.ts';
import { currentState, StateMoved } from './stream-state.ts';

export interface AppendPorts {
  readonly ledger: Ledger;
  readonly now: () => Date;
  /** A new commit id (UUIDv7). */
  readonly newId: () => string;
  /** Absent: the system's. */
  readonly timing?: Timing;
}

export type Append = (request: AppendRequest) => Promise<Appended>;

/** Sixteen writers of one stream, each with one append after the other, need up to fourteen. */
const attempts = 24;
/** The retries of an append when DynamoDB is unavailable, after the SDK's own retries. */
const outages = 3;

/** Durations of an attempt that a writer which lost twice waits at most, so that most do not collide again. */
const spread = 24;
/** After one lost race, the other writer is the only one as a rule. */
const firstSpread = 2;
const longestPauseMs = 1000;

/**
 * Returns the pause, in milliseconds, after a number of lost races whose last attempt took `taken` milliseconds. It is
 * random, and shorter the more races were lost, so that later writers do not overtake the first for ever.
 */
const pauseAfter = (lost: number, taken: number, { random }: Pick<Timing, 'random'>): number =>
  random() * Math.min(taken * (lost === 1 ? firstSpread : spread / Math.sqrt(lost - 1)), longestPauseMs);

/**
 * Appends events to a stream: reads its head, checks the precondition, lets the decider accept or refuse, and puts one
 * commit. Everything is judged anew in each attempt, a bounded number of times. Throws VersionConflict, RuleViolated,
 * IdempotencyKeyReused, CommitTooLarge or StreamContended, or what DynamoDB answers when it cannot serve.
 */
export const appender =
  (ports: AppendPorts): Append =>
  async (request) => {
    const { timing = systemTiming } = ports;
    const { idempotencyKey: key, recordedBy, hasTime = () => true } = request;
    const posted = request.posted ?? request;
    const keyed = key === undefined ? undefined : keyedRequest(posted.stream, key, recordedBy.subject, posted.events);
    const attempt: Attempt = { ...request, posted, keyed, commitId: key ?? ports.newId() };
    /** The version that a put may have got although its answer was lost. */
    const unsettled = { version: 0 };
    let lost: unknown;
    let failures = 0;
    let tried = 0;
    for (; tried < attempts && (tried === 0 || hasTime()); tried += 1) {
      const began = timing.now();
      try {
        const outcome = await tryOnce(ports, attempt, tried, unsettled);
        if (outcome !== undefined) return outcome;
        lost = undefined;
        await timing.pause(pauseAfter(tried + 1, timing.now() - began, timing));
      } catch (error) {
        failures += 1;
        if (!unavailable(error) || failures > outages) throw error;
        lost = error;
        await backOff(failures, timing);
      }
    }
    throw lost ?? new StreamContended(attempt.stream, tried);
  };

/** Remembers, under the request's key, that there was nothing new to record. */
async function nothing(ports: AppendPorts, attempt: Attempt, head: Commit | undefined): Promise<Appended | undefined> {
  const { keyed, stream, posted, events } = attempt;
  const version = lastVersion(head);
  if (keyed !== undefined) {
    const answer = { digest: keyed.digest, stream, version, count: 0 };
    const outcome = await ports.ledger.decide(remembered(keyed.key, answer, ports.now().toISOString()));
    if (outcome !== undefined) return answered(ports.ledger, attempt);
  }
  return nothingNew(stream, version, posted.events, events);
}

/** Makes one attempt; `undefined` when the state it depends on has changed. */
async function tryOnce(
  ports: AppendPorts,
  attempt: Attempt,
  tried: number,
  unsettled: { version: number },
): Promise<Appended | undefined> {
  const { ledger } = ports;
  const { stream, expectedVersion, keyed } = attempt;
  // A stream that must be new is not read: the put itself finds out.
  const head = expectedVersion === 0 && tried === 0 ? undefined : await ledger.head(stream);
  const version = lastVersion(head);
  const landed =
    version >= unsettled.version && unsettled.version > 0
      ? await landedAt(ledger, attempt, unsettled.version)
      : undefined;
  if (landed !== undefined) return landed;
  const older = olderCommit(head, attempt);
  if (older !== undefined) return replayOfCommit(ledger, attempt, older);
  if (expectedVersion !== 'any' && version !== expectedVersion) {
    return (await answered(ledger, attempt)) ?? refuse(new VersionConflict(stream, expectedVersion, version));
  }
  const composed = await compose(ports, attempt, head).catch(refusal);
  if (composed instanceof StateMoved) return undefined;
  if (composed instanceof Error) return (await answered(ledger, attempt)) ?? refuse(composed);
  if (composed === undefined) return nothing(ports, attempt, head);

  const { commit, changes } = composed;
  const { version: first, count, committedAt } = commit;
  const key = keyed && remembered(keyed.key, { digest: keyed.digest, stream, version: first, count }, committedAt);
  unsettled.version = first;
  const outcome = await ledger.put(commit, key === undefined ? changes : [key, ...changes]);
  if (outcome === undefined) return appended(commit, head, attempt.posted.events, attempt.events);
  if (outcome === 'contended') return undefined;
  const answer = keyed && outcome.changed.get(keyed.key);
  if (answer !== undefined) return replayOf(ledger, attempt, firstAnswerIn(answer));
  if (outcome.commit === undefined) return undefined;
  if (keyed === undefined && outcome.commit.commitId === commit.commitId) {
    return appended(outcome.commit, head, attempt.posted.events, attempt.events);
  }
  if (expectedVersion === 'any') return undefined;
  throw new VersionConflict(stream, expectedVersion, lastVersion(await ledger.head(stream)));
}

/** Returns the writes after a head; `undefined` when there is nothing new. */
async function compose(
  { ledger, now }: AppendPorts,
  attempt: Attempt,
  head: Commit | undefined,
): Promise<Composed | undefined> {
  const { stream, events } = attempt;
  const decider = deciderFor(stream);
  const [state, cases, trees] = await Promise.all([
    currentState(ledger, decider, head, events),
    loadCases(ledger, head, events),
    loadTrees(ledger, stream, lastVersion(head) + 1, events),
  ]);
  return composeCommit({ ...attempt, decider, head, state, cases, trees, now: now() });
}

/** What is refused, or contended: the request may nevertheless be the repetition of one that was recorded. */
const refusal = (error: unknown): RuleViolated | CommitTooLarge | StateMoved => {
  if (error instanceof RuleViolated || error instanceof CommitTooLarge || error instanceof StateMoved) return error;
  throw error;
};

function refuse(error: Error): never {
  throw error;
}
