import type { Timing } from '#shared/clock.ts';
import type { ApiCall } from './api-call.ts';
import type { PhaseChanged } from './api-schema.ts';
import type { FollowOptions } from './follow.ts';

/** Whose changes of phase: of one party, of one dyad, or of all. */
export interface PhaseFilter {
  readonly party?: string | undefined;
  readonly dyad?: string | undefined;
}

interface PhasePage {
  readonly items: readonly PhaseChanged[];
  readonly next: string;
}

/** They are announced once a minute: so many seconds pass between two questions. */
const pauseSeconds = 10;

/**
 * Follows the changes of phase by asking for what was announced since, every ten seconds; without a cursor, from the end
 * of what is announced, which the first question asks for. Ends when the signal says so.
 */
export async function* followPhases(
  { call, timing }: { readonly call: Pick<ApiCall, 'get'>; readonly timing: Pick<Timing, 'pause'> },
  { party, dyad }: PhaseFilter,
  { after, onCursor, signal }: FollowOptions,
): AsyncGenerator<PhaseChanged> {
  const read = async (cursor: string | undefined): Promise<PhasePage> => {
    const query = { kinds: 'phase', party, dyad, after: cursor, limit: 1000 };
    return (await (await call.get('/changes', query, signal && { signal })).json()) as PhasePage;
  };
  let cursor = after === 'beginning' ? undefined : (after ?? 'now');
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { items, next } = await read(cursor);
      yield* items;
      cursor = next;
      onCursor?.(next); // only a page has a cursor
      if (items.length > 0) continue;
      for (let second = 0; second < pauseSeconds; second += 1) {
        signal?.throwIfAborted();
        await timing.pause(1000);
      }
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}
