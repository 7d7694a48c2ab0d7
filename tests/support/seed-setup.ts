import { configureGlobal } from 'fast-check';

const { FC_SEED = '20250114' } = process.env;

/**
 * Every property is tried with the same cases in each run. A failed property names its seed and path: `FC_SEED=<seed>`
 * repeats it, another number tries other cases, and `FC_SEED=random` tries new ones in each run.
 */
if (FC_SEED !== 'random') {
  const seed = Number(FC_SEED);
  if (!Number.isInteger(seed)) throw new Error(`FC_SEED is ${FC_SEED}: expected an integer, or random`);
  configureGlobal({ seed });
}
