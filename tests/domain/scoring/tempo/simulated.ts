import type { Counted } from '#shared/domain/scoring/tempo/gamma-poisson.ts';
import type { SeededRandom } from '#tests/support/seeded-random.ts';

/** So many months at so many events a month, one after the other. */
export type Course = readonly (readonly [months: number, perMonth: number])[];

/** Draws Poisson counts of months that all have the same exposure. */
export const simulated = (random: SeededRandom, course: Course): Counted[] =>
  course.flatMap(([months, perMonth]) =>
    Array.from({ length: months }, () => ({ count: random.poisson(perMonth), exposure: 1 })),
  );

/** The part of so many series of which something holds. */
export function share(times: number, holds: () => boolean): number {
  return Array.from({ length: times }, holds).filter(Boolean).length / times;
}
