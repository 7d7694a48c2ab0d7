import type { Attempt } from './checkpoints.ts';

/** The next attempt: events up to a position, and the number of failures when it is a single event. */
export type NextAttempt = Pick<Attempt, 'to' | 'failures'>;

const unbounded: NextAttempt = { to: Number.POSITIVE_INFINITY, failures: 0 };

/**
 * Returns the next attempt after a position. An attempt that failed, or whose invocation has ended, is halved, down to
 * one event, which is retried. An attempt that may still run elsewhere is repeated unchanged, which is harmless.
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
