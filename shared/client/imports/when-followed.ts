import type { PostedCommit } from '#shared/client/api-schema.ts';
import type { Chancery } from '#shared/client/chancery.ts';

/**
 * Seconds that the API waits, and how often it is asked to: an import goes on even when the read models are further
 * behind.
 */
const waitSeconds = 20;
export const mostWaits = 6;

/**
 * Waits until the read models have a commit, or the signal says so. The commit is posted again under its key, which
 * records nothing and needs no other scope than the import.
 */
export async function whenFollowed(
  { call }: Pick<Chancery, 'call'>,
  commit: PostedCommit,
  signal?: AbortSignal,
): Promise<void> {
  try {
    for (let waits = 0; waits < mostWaits; waits += 1) {
      const { results } = await call.post<{ readonly results: readonly { readonly cursor?: string }[] }>(
        '/events',
        { commits: [commit] },
        { headers: { prefer: `wait=${waitSeconds}` }, ...(signal && { signal }) },
      );
      if (results[0]?.cursor !== undefined || results[0] === undefined || 'problem' in results[0]) return;
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}
