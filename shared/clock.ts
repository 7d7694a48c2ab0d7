import { setTimeout as pause } from 'node:timers/promises';

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

export const systemTiming: Timing = {
  now: () => performance.now(),
  pause: async (ms) => pause(ms),
  random: () => Math.random(),
};
