import type * as z from 'zod';
import type { Clock } from '#shared/clock.ts';
import { withDatedParties } from '#shared/domain/events/with-dated-parties.ts';
import { explained } from '#shared/domain/events/explained.ts';
import type { AppendRequest } from '#shared/ledger/append-request.ts';
import type { NotedAppend } from './append-noting-duplicates.ts';
import { appendReply } from './append-reply.ts';
import type { Cursors } from '#shared/cursor.ts';
import { eventsAt } from './events-at.ts';
import type { PostedBy } from './posted-by.ts';
import { type Suggest, suggestions, violationsOf } from '#shared/api/protocol/violations-of.ts';
import { PostedCommit } from './posted-commit.ts';
import { problemOf } from '#shared/api/protocol/problem-of.ts';
import { refuseOversized } from './refuse-oversized.ts';
import { untilReply, within } from './time-left.ts';
import type { TimeLeft } from '#shared/api/protocol/resource.ts';
import {
  invalidRequest,
  maxViolations,
  type ProblemDocument,
  type ProblemName,
  problem,
} from '#shared/api/protocol/problem.ts';

/** Streams appended to at the same time. */
const parallel = 16;

export type CommitOutcome = NotedAppend | { readonly stream: string | null; readonly problem: ProblemDocument };

type Commit = z.output<typeof PostedCommit>;

/**
 * Appends each commit on its own; those of one stream in their order, different streams at the same time. The outcomes
 * keep the commits' order; an unexpected error of one commit goes to `onFailure` and hides no other's outcome. While
 * there is little time left no commit is begun, and the outcomes are given before it is over: `not-attempted` for those
 * that were not begun, and `outcome-unknown` for those that were.
 */
export async function appendEach(
  append: (request: AppendRequest) => Promise<NotedAppend>,
  commits: readonly unknown[],
  by: PostedBy,
  onFailure: (message: string, error: unknown) => void,
  timeLeft: TimeLeft,
  clock?: Pick<Clock, 'pause'>,
): Promise<CommitOutcome[]> {
  const outcomes = commits.map((commit) => withoutOutcome(commit, 'not-attempted'));
  const { hasTime } = within(timeLeft);
  const suggest = suggestions();
  const begin = async (commit: unknown, index: number): Promise<void> => {
    outcomes[index] = withoutOutcome(commit, 'outcome-unknown');
    const outcome = await appendOne({ append, suggest }, commit, index, { ...by, hasTime }).catch((error: unknown) => {
      onFailure('Append failed', error);
      return withoutOutcome(commit, 'internal-error');
    });
    outcomes[index] = outcome;
  };
  const byStream = Map.groupBy(commits.entries(), ([index, commit]) => streamOf(commit) ?? index);
  const queue = byStream.values();
  const work = async () => {
    for (const ofOneStream of queue) {
      for (const [index, commit] of ofOneStream) {
        if (!hasTime()) return;
        await begin(commit, index);
      }
    }
  };
  await untilReply(Promise.all(Array.from({ length: parallel }, work)), timeLeft, clock);
  return [...outcomes];
}

/** The outcome of a commit of which nothing else is known. */
const withoutOutcome = (commit: unknown, name: ProblemName): CommitOutcome => ({
  stream: streamOf(commit) ?? null,
  problem: problem(name),
});

async function appendOne(
  { append, suggest }: { readonly append: (request: AppendRequest) => Promise<NotedAppend>; readonly suggest: Suggest },
  posted: unknown,
  index: number,
  by: PostedBy,
): Promise<CommitOutcome> {
  const base = `/commits/${index}`;
  try {
    refuseOversized(fieldOf(posted, 'events'), `${base}/events`);
    const result = PostedCommit.safeParse(withDatedEvents(posted), { error: explained });
    if (!result.success) throw invalidRequest(violationsOf(result.error, 'body', { base, suggest }));
    return await append(requestOf(result.data, by)).catch(eventsAt((pointer) => `${base}/events${pointer}`));
  } catch (error) {
    const known = problemOf(error);
    if (known === undefined) throw error;
    return { stream: streamOf(posted) ?? null, problem: known.document };
  }
}

const requestOf = ({ expectedVersion, ...commit }: Commit, by: PostedBy): AppendRequest => ({
  ...commit,
  expectedVersion: expectedVersion ?? 'any',
  ...by,
});

/** A commit whose events name parties by codes of their days. */
function withDatedEvents(commit: unknown): unknown {
  const events = fieldOf(commit, 'events');
  return Array.isArray(events) ? { ...Object(commit), events: events.map(withDatedParties) } : commit;
}

const streamOf = (commit: unknown): string | undefined => {
  const stream = fieldOf(commit, 'stream');
  return typeof stream === 'string' ? stream : undefined;
};

const fieldOf = (commit: unknown, name: 'stream' | 'events'): unknown =>
  typeof commit === 'object' && commit !== null ? Reflect.get(commit, name) : undefined;

/** Lists as many violations in all problems together as in one: those of the first commits; the others are counted. */
export function withinViolations(outcomes: readonly CommitOutcome[]): CommitOutcome[] {
  let left = maxViolations;
  return outcomes.map((outcome) => {
    if ('appended' in outcome || outcome.problem.errors === undefined) return outcome;
    const { errors, moreErrors = 0, ...problemDocument } = outcome.problem;
    const listed = errors.slice(0, left);
    const more = moreErrors + errors.length - listed.length;
    left -= listed.length;
    return { ...outcome, problem: { ...problemDocument, errors: listed, ...(more > 0 && { moreErrors: more }) } };
  });
}

/** An outcome as the response shows it. */
export const commitResult = (outcome: CommitOutcome, cursors: Pick<Cursors, 'sign'>, position?: number) =>
  'appended' in outcome ? appendReply(outcome, cursors, position) : outcome;
