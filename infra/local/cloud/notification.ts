import { setTimeout as delay } from 'node:timers/promises';

export interface Notification {
  /**
   * Resolves with true at the next `notify`, at once if one came since the last wait, or with false after the timeout.
   */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<boolean>;
  readonly notify: () => void;
}

/** Creates a notification that ends a poller's pause early. */
export function notification(): Notification {
  let pending = false;
  let sleeper = new AbortController();
  return {
    notify: () => {
      pending = true;
      sleeper.abort();
    },
    wait: async (milliseconds, signal) => {
      if (!pending) {
        const either = AbortSignal.any([signal, sleeper.signal]);
        await delay(milliseconds, undefined, { signal: either }).catch(() => undefined);
      }
      const result = pending;
      pending = false;
      sleeper = new AbortController();
      return result;
    },
  };
}
