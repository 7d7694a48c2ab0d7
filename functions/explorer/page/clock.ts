import type { Timing } from '#shared/clock.ts';

/** The clock of the browser. */
export const browserTiming: Timing = {
  now: () => performance.now(),
  pause: async (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
  random: () => Math.random(),
};
