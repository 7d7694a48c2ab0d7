import { systemTiming } from '#shared/clock.ts';
import { appendCommits as appendEach, type CommitOutcome, commitResult } from '#shared/api/appending/append-commits.ts';
import { appendNotingDuplicates } from '#shared/api/appending/append-noting-duplicates.ts';
import { json, subjectOf } from '#shared/api/protocol/http-request.ts';
import { appendCommitsRequest } from '#shared/api/requests/append-commits.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { preferredWait } from '#shared/api/protocol/preconditions.ts';
import type { AppendRequest } from '#shared/ledger/append.ts';
import { failed } from '#functions/adapters/failed.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';
import { logWarning } from '#functions/adapters/log-warning.ts';
import { appending, type Appending } from '#functions/adapters/appending.ts';

/** `POST /events` */
export const appendCommits = (ports: Appending) =>
  httpFunction(async (request) => {
    const { headers, body } = parseRequest(appendCommitsRequest, request);
    const by = { recordedBy: subjectOf(request), correlationId: headers['x-correlation-id'] };
    const appendOne = async (commit: AppendRequest) => appendNotingDuplicates(ports, commit, logWarning);
    const outcomes = await appendEach(appendOne, body.commits, by, failed);
    const results = await arrived(outcomes, ports, preferredWait(headers.prefer));
    return json(200, { results });
  });

/** The outcomes as results, one after the other with their positions, for at most so many seconds in all. */
async function arrived(
  outcomes: readonly CommitOutcome[],
  { catchUp, cursors }: Pick<Appending, 'catchUp' | 'cursors'>,
  wait: number | undefined,
): Promise<unknown[]> {
  if (wait === undefined) return outcomes.map((outcome) => commitResult(outcome, cursors));
  const deadline = systemTiming.now() + wait * 1000;
  const results: unknown[] = [];
  for (const outcome of outcomes) {
    const left = Math.max(deadline - systemTiming.now(), 0) / 1000;
    const position =
      'appended' in outcome ? await catchUp(outcome.appended.stream, outcome.appended.version, left) : undefined;
    results.push(commitResult(outcome, cursors, position));
  }
  return results;
}

export const handler = appendCommits(appending());
