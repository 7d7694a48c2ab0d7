import type { OccurredRange } from './occurred-range.ts';

/** Returns the quarter of a day, such as `2025-Q1`. */
const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Returns the quarter of a range of days; `undefined`: it covers several, or has an open end. */
export function quarterWithin({ from, to }: OccurredRange): string | undefined {
  if (from === null || to === null) return undefined;
  return quarterOf(from) === quarterOf(to) ? quarterOf(from) : undefined;
}
