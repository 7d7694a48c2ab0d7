import * as z from 'zod';
import { systemTiming } from '#shared/clock.ts';
import type { AppendRequest } from '#shared/ledger/append-request.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { CorrelationHeader, PreferHeader, preferredWait } from '#shared/api/protocol/preconditions.ts';
import { postedProblems } from '#shared/api/protocol/problem.ts';
import { Problem } from '#shared/api/protocol/problem-schema.ts';
import { resource, type TimeLeft } from '#shared/api/protocol/resource.ts';
import { appendEach, type CommitOutcome, commitResult, withinViolations } from './append-each.ts';
import { appendNotingDuplicates } from './append-noting-duplicates.ts';
import type { AppendPorts } from './append-ports.ts';
import { AppendResponse } from './append-response.ts';
import { postedBy } from './posted-by.ts';
import { PostedCommit } from './posted-commit.ts';
import { waitWithin } from './time-left.ts';

/** A header that speaks of one stream: with several commits, each says it for itself. */
const ofEachCommit = z
  .undefined({ error: 'Expected expectedVersion and idempotencyKey within each commit instead' })
  .optional();

/** Each commit is validated on its own, so that one bad commit does not refuse the others. */
export const appendCommitsRequest = () =>
  ({
    headers: PreferHeader.extend({
      ...CorrelationHeader.shape,
      'if-match': ofEachCommit,
      'if-none-match': ofEachCommit,
      'idempotency-key': ofEachCommit,
    }),
    body: z.strictObject({ commits: z.array(z.unknown()).min(1).max(100) }),
  }) as const satisfies RequestContract;

/** `POST /events` */
export const appendCommits = resource(
  appendCommitsRequest,
  async (ports: AppendPorts, { headers, body }, request, timeLeft) => {
    const by = { ...postedBy(request, ports.clients), correlationId: headers['x-correlation-id'] };
    const appendOne = async (commit: AppendRequest) => appendNotingDuplicates(ports, commit, ports.logWarning);
    const outcomes = await appendEach(appendOne, body.commits, by, ports.reportFailure, timeLeft);
    const shown = withinViolations(outcomes);
    return json(200, { results: await resultsOf(shown, ports, preferredWait(headers.prefer), timeLeft) });
  },
);

/**
 * The outcomes as results; with a wait, one after the other with their positions, for at most so many seconds in all.
 */
async function resultsOf(
  outcomes: readonly CommitOutcome[],
  { catchUp, cursors }: Pick<AppendPorts, 'catchUp' | 'cursors'>,
  wait: number | undefined,
  timeLeft: TimeLeft,
): Promise<unknown[]> {
  if (wait === undefined) return outcomes.map((outcome) => commitResult(outcome, cursors));
  const deadline = systemTiming.now() + waitWithin(wait, timeLeft) * 1000;
  const results: unknown[] = [];
  for (const outcome of outcomes) {
    const left = Math.max(deadline - systemTiming.now(), 0) / 1000;
    const position =
      'appended' in outcome ? await catchUp(outcome.appended.stream, outcome.appended.version, left) : undefined;
    results.push(commitResult(outcome, cursors, position));
  }
  return results;
}

export const appendCommitsOperation = (): Operation => {
  const CommitResult = z.union([
    AppendResponse,
    z.object({ stream: z.string().nullable(), problem: Problem }).meta({ id: 'RefusedCommit' }),
  ]);
  return {
    summary: 'Append up to 100 commits in one call',
    description:
      'Each commit is recorded or refused on its own, those of one stream in their order; the results come in the order of the commits. ' +
      'The response comes in time: the problem of a commit may be `not-attempted` or `outcome-unknown`; to repeat it is safe with its `idempotencyKey`.',
    request: { headers: PreferHeader, body: z.strictObject({ commits: z.array(PostedCommit).min(1).max(100) }) },
    responses: {
      200: {
        description: 'A result for every commit',
        content: { 'application/json': z.object({ results: z.array(CommitResult) }) },
      },
    },
    problems: postedProblems,
  };
};
