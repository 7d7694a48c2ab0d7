import {
  type AppendReply,
  ApiProblem,
  type Chancery,
  type CommitResult,
  type PostedCommit,
} from '#shared/client/chancery.ts';
import { commitsPerCall } from '#shared/client/append-commits.ts';
import { CommandFailed } from './exit-codes.ts';
import { progressBar } from './progress-bar.ts';
import { grouped } from './terminal.ts';

type Client = Pick<Chancery, 'appendCommits' | 'call'>;

export interface PostingOptions {
  /** Whether reports of what is recorded already go to the recorded event. */
  readonly attaches: boolean;
  readonly quiet: boolean;
  readonly signal: AbortSignal;
}

/**
 * Posts commits, a call after the other, and returns a result for each; for the first ones only, when the signal says
 * so. Of more than one call it shows the progress.
 */
export async function postCommits(
  client: Client,
  commits: readonly PostedCommit[],
  { attaches, quiet, signal }: PostingOptions,
): Promise<CommitResult[]> {
  if (attaches) commits.forEach(requireAttachable);
  const bar = progressBar(commits.length, quiet || commits.length <= commitsPerCall);
  const results: CommitResult[] = [];
  try {
    while (results.length < commits.length && !signal.aborted) {
      const some = commits.slice(results.length, results.length + commitsPerCall);
      results.push(...(attaches ? await attachEach(client, some) : await client.appendCommits(some)));
      const { length } = results;
      bar.update(length, `${grouped(length)} commits posted, ${bar.perSecond(length)} commits/s`);
    }
  } finally {
    bar.stop();
  }
  return results;
}

/** Throws a usage error when a commit is not of a kind whose reports may be attached. */
function requireAttachable({ stream, events, idempotencyKey, ...others }: PostedCommit, index: number): void {
  if (!/^[a-z-]+\/[^/?#%]+$/.test(stream)) {
    throw new CommandFailed(`Expected the stream of number ${index + 1} to be "<category>/<id>", got ${stream}`);
  }
  const isKey = idempotencyKey === undefined || typeof idempotencyKey === 'string';
  // The file may have anything there.
  if (Array.isArray(events) && events.length === 1 && isKey && Object.keys(others).length === 0) return;
  throw new CommandFailed(
    `--on-duplicate attach takes commits of a stream, one event and perhaps an idempotencyKey, unlike number ${index + 1}`,
  );
}

/** Posts commits of one event each: one that repeats a recorded event exactly adds its reports to that instead. */
async function attachEach(client: Client, commits: readonly PostedCommit[]): Promise<CommitResult[]> {
  const results: CommitResult[] = [];
  for (const { stream, events, idempotencyKey = crypto.randomUUID() } of commits) {
    const options = { query: { onDuplicate: 'attach' }, headers: { 'idempotency-key': idempotencyKey } };
    const posted = client.call.post<AppendReply>(`/streams/${stream}/events`, events[0], options);
    results.push(await posted.catch((error: unknown) => ({ stream, problem: refusalIn(error) })));
  }
  return results;
}

/** The problem of a commit that was refused for what it says; throws any other error. */
function refusalIn(error: unknown): ApiProblem['details'] {
  if (error instanceof ApiProblem && [400, 404, 405, 409, 412, 413, 422].includes(error.status)) return error.details;
  throw error;
}
