import { incompleteGamma } from './incomplete-gamma.ts';

/** Halvings of the bracket: 2^-60 of it is below the precision of a number. */
const halvings = 60;

/**
 * Returns the value that a gamma variable of a shape and of rate 1 stays below with a probability between 0 and 1.
 * Brackets the value by doubling and halves the bracket, so that it needs no starting value and always ends.
 */
export function gammaQuantile(shape: number, probability: number): number {
  let low = 0;
  let high = shape + 1;
  while (incompleteGamma(shape, high) < probability) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteGamma(shape, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
