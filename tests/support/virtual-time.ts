import type { Timing } from '#shared/clock.ts';
import { randomFrom } from './mortal.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * Makes a clock whose time passes only while all work waits for it: when a turn of the event loop has nothing left to do, the sleeper that
 * is due next wakes. For work over ports in memory; the same seed gives the same pauses.
 */
export function virtualTime(seed = 1): Timing {
  const sleepers: Sleeper[] = [];
  let now = 0;
  let scheduled = false;
  const schedule = (): void => {
    if (scheduled || sleepers.length === 0) return;
    scheduled = true;
    setImmediate(wakeNext);
  };
  const wakeNext = (): void => {
    scheduled = false;
    const next = sleepers.shift();
    if (next === undefined) return;
    now = next.at;
    next.wake();
    schedule();
  };
  return {
    now: () => now,
    pause: async (ms) =>
      new Promise((wake) => {
        const at = now + Math.max(ms, 0);
        const later = sleepers.findIndex((sleeper) => sleeper.at > at);
        sleepers.splice(later === -1 ? sleepers.length : later, 0, { at, wake });
        schedule();
      }),
    random: randomFrom(seed),
  };
}
