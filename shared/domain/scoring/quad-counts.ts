import type { Counts } from './counts.ts';
import { byQuadClass, type QuadClass } from './quad-class.ts';

/** Returns the counts of each quad class, stored as `quad/<class>`. */
export const quadCounts = (counts: Counts): Readonly<Record<QuadClass, number>> =>
  byQuadClass((quadClass) => counts[`quad/${quadClass}`] ?? 0);
