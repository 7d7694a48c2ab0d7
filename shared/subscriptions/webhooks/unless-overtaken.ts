import { backOff } from '#shared/back-off.ts';
import { systemTiming, type Timing } from '#shared/clock.ts';
import { ServiceUnavailable } from '#shared/dynamodb/unavailable.ts';

/** Attempts to write while others write: some ten seconds. */
const maxAttempts = 50;

/**
 * Repeats a write until none of others comes between what it reads and what it writes; `undefined`: one did. Throws
 * `ServiceUnavailable`, saying what others did, when that goes on.
 */
export async function unlessOvertaken<Done>(
  timing: Omit<Timing, 'now'> = systemTiming,
  others: string,
  write: () => Promise<Done | undefined>,
): Promise<Done> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (attempt > 0) await backOff(attempt, timing);
    const done = await write();
    if (done !== undefined) return done;
  }
  throw new ServiceUnavailable(`${others} ${maxAttempts} times in a row`);
}
