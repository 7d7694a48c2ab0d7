const firstMs = 5_000;
const longestMs = 6 * 60 * 60 * 1000;

/** Milliseconds of failures after which a subscription is suspended. */
export const patienceMs = 3 * 24 * 60 * 60 * 1000;

/** Milliseconds to wait after so many attempts in vain: 5 s, doubled each time up to 6 h, and up to a quarter more by chance (`random` in [0, 1)). */
export const nextAttemptMs = (failures: number, random: number): number =>
  Math.min(firstMs * 2 ** (failures - 1) * (1 + random / 4), longestMs);
