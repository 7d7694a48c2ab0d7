const firstMs = 5_000;
const longestMs = 6 * 60 * 60 * 1000;

/** Milliseconds of failures after which a subscription is suspended. */
export const patienceMs = 3 * 24 * 60 * 60 * 1000;

/**
 * Returns the milliseconds to wait after a number of failures: 5 s, doubled each time up to 6 h, plus a random quarter
 * (`random` in [0, 1)).
 */
export const nextAttemptMs = (failures: number, random: number): number =>
  Math.min(firstMs * 2 ** (failures - 1) * (1 + random / 4), longestMs);
