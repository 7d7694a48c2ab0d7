import { setTimeout as delay } from 'node:timers/promises';

export interface Notification {
  /** Resolves at the next `wake` with true, or after so many milliseconds with false. A wake-up while nobody waits is not lost. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<boolean>;
  readonly wake: () => void;
}

/** Lets a poller sleep until somebody knows that there is something to fetch. */
export function wakeUp(): Notification {
  let woken = false;
  let sleeper = new AbortController();
  return {
    wake: () => {
      woken = true;
      sleeper.abort();
    },
    wait: async (milliseconds, signal) => {
      if (!woken) {
        const either = AbortSignal.any([signal, sleeper.signal]);
        await delay(milliseconds, undefined, { signal: either }).catch(() => undefined);
      }
      const result = woken;
      woken = false;
      sleeper = new AbortController();
      return result;
    },
  };
}
