import type { Timing } from '#shared/clock.ts';
import type { CommitResult, PostedCommit } from './api-schema.ts';
import type { ApiCall } from './api-call.ts';

/** Calls that one append makes at most, while some of its commits were not attempted, or with an unknown outcome. */
const rounds = 6;

/** Problems after which a commit with an idempotency key is posted again: nothing was recorded, or it is not known. */
const unsettled = new Set(
  ['not-attempted', 'outcome-unknown', 'stream-contended', 'unavailable', 'internal-error'].map(
    (name) => `urn:chancery:problem:${name}`,
  ),
);

/** The commits that one call of the API takes. */
export const commitsPerCall = 100;

/**
 * Appends commits, each recorded or refused on its own, and returns a result for each, in their order. Every commit has
 * an idempotency key, made once if it brings none, so that those without an outcome are posted again.
 */
export async function appendCommits(
  { post, timing }: { readonly post: ApiCall['post']; readonly timing: Timing },
  commits: readonly PostedCommit[],
): Promise<CommitResult[]> {
  const keyed = commits.map((commit) => ({ idempotencyKey: crypto.randomUUID(), ...commit }));
  const results = new Map<number, CommitResult>();
  for (let begin = 0; begin < keyed.length; begin += commitsPerCall) {
    let open = keyed.slice(begin, begin + commitsPerCall).map((commit, index) => ({ commit, place: begin + index }));
    for (let round = 1; open.length > 0; round += 1) {
      const { results: some } = await post<{ results: CommitResult[] }>('/events', {
        commits: open.map(({ commit }) => commit),
      });
      for (const [index, { place }] of open.entries()) {
        const result = some[index];
        // What a round before may have recorded is no repetition of an earlier call.
        if (result !== undefined) results.set(place, round === 1 ? result : firstTime(result));
      }
      if (round === rounds) break;
      open = open.filter(({ place }) => isUnsettled(results.get(place)));
      if (open.length > 0) await timing.pause(100 * 2 ** round * (0.5 + timing.random() / 2));
    }
  }
  return keyed.map((commit, place) => results.get(place) ?? withoutResult(commit));
}

function firstTime(result: CommitResult): CommitResult {
  if ('problem' in result) return result;
  const { repeated: _ofThisCall, ...reply } = result;
  return reply;
}

const isUnsettled = (result: CommitResult | undefined): boolean =>
  result === undefined || ('problem' in result && unsettled.has(result.problem.type));

const withoutResult = ({ stream }: PostedCommit): CommitResult => ({
  stream,
  problem: {
    type: 'urn:chancery:problem:outcome-unknown',
    title: 'The API gave no result for the commit',
    status: 504,
  },
});
