import type { Counts } from './counts.ts';
import { byQuadClass, type QuadClass } from './quad-class.ts';

/** How many events of each quad class are among counts, as `quad/<class>`. */
export const quadCounts = (counts: Counts): Readonly<Record<QuadClass, number>> =>
  byQuadClass((quadClass) => counts[`quad/${quadClass}`] ?? 0);
