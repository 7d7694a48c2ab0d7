/** Measures time and waits. Tests replace it by virtual time. */
export interface Clock {
  /** Milliseconds since a fixed moment; never goes back. */
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** A clock, and a source of chance that spreads the pauses of those who would otherwise meet again. */
export interface Timing extends Clock {
  /** A number from 0 up to and without 1. */
  readonly random: () => number;
}

// The timers are the global ones, which browsers have too: the client waits by this clock.
export const systemTiming: Timing = {
  now: () => performance.now(),
  pause: async (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
  random: () => Math.random(),
};
