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
  const sleepers = new Set<() => void>();
  return {
    notify: () => {
      pending = true;
      for (const wake of sleepers) wake();
    },
    wait: async (milliseconds, signal) => {
      if (!pending && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const wake = () => resolve();
        const timer = setTimeout(wake, milliseconds);
        sleepers.add(wake);
        signal.addEventListener('abort', wake);
        await promise;
        clearTimeout(timer);
        sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
      }
      const result = pending;
      pending = false;
      return result;
    },
  };
}
