/** Gives numbers that look random and are the same for the same seed. */
export interface SeededRandom {
  /** A number from 0 up to and without 1. */
  readonly uniform: () => number;
  readonly normal: (mean: number, deviation: number) => number;
  readonly poisson: (mean: number) => number;
}

/**
 * Makes a generator of a seed: Mulberry32 (T. Ettinger 2017), Box–Muller for normal and Knuth's product for Poisson
 * numbers.
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    poisson: (mean) => {
      let count = -1;
      for (let product = 1; product > Math.exp(-mean); product *= uniform()) count += 1;
      return count;
    },
  };
}
