import { ApiProblem, type Chancery, NoToken } from '#shared/client/chancery.ts';
import { addressOf, clientFor, type GlobalOptions } from './session.ts';

/** Milliseconds within which the API says that it is there. */
const patienceMs = 5000;

/** What a dry run reads the record with, or why it cannot. */
export type ImportReader = { readonly reader: Chancery } | { readonly unread: string };

/** Finds out whether a dry run can read the record; it goes on without. */
export async function importReader(options: GlobalOptions): Promise<ImportReader> {
  const url = await addressOf(options);
  const health = fetch(new URL('/health', url), { signal: AbortSignal.timeout(patienceMs) });
  const there = await health
    .then(async ({ body }) => body?.cancel())
    .then(
      () => true,
      () => false,
    );
  if (!there) return { unread: `nothing responds at ${url}` };
  try {
    const reader = await clientFor(options);
    await reader.get('/sources', { query: { limit: 1 } });
    return { reader };
  } catch (error) {
    if (error instanceof NoToken || error instanceof ApiProblem) return { unread: error.message };
    throw error;
  }
}
