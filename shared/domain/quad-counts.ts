import type { QuadClass } from './quad-class.ts';
import type { Counts } from './counts.ts';

/** How many events of each quad class are among counts, as `quad/<class>`. */
export const quadCounts = (counts: Counts): Readonly<Record<QuadClass, number>> => ({
  'verbal-cooperation': counts['quad/verbal-cooperation'] ?? 0,
  'material-cooperation': counts['quad/material-cooperation'] ?? 0,
  'verbal-conflict': counts['quad/verbal-conflict'] ?? 0,
  'material-conflict': counts['quad/material-conflict'] ?? 0,
});
