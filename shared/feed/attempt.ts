import type { Attempt } from './checkpoints.ts';

/** What to attempt next: events up to a position, and how often they have failed, when it is one event alone. */
export type NextAttempt = Pick<Attempt, 'to' | 'failures'>;

const unbounded: NextAttempt = { to: Number.POSITIVE_INFINITY, failures: 0 };

/**
 * Says what to attempt after a position. An attempt that failed, or whose invocation has ended, is halved, down to one event, which is then tried
 * once more; one that may still be running elsewhere is repeated as it is, which is harmless.
 */
export function nextAttempt(
  position: number,
  last: Attempt | undefined,
  { failed, now }: { readonly failed: boolean; readonly now: string },
): NextAttempt {
  if (last === undefined || last.to <= position) return unbounded;
  if (!failed && last.until >= now) return last;
  const events = last.to - position;
  return events > 1
    ? { to: position + Math.ceil(events / 2), failures: 0 }
    : { to: last.to, failures: last.failures + 1 };
}
