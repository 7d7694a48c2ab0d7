import type { TempoSign } from '#shared/domain/scoring/tempo/tempo-fact.ts';

/** The four quadrants of verbal or material cooperation or conflict, in the order of GDELT's numbers 1 to 4. */
export const quadClasses = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
] as const;
export type QuadClass = (typeof quadClasses)[number];

/** Returns whether a quad class is cooperation (1 and 2) or conflict (3 and 4). */
export const signOf = (quadClass: QuadClass): TempoSign =>
  quadClass === 'verbal-cooperation' || quadClass === 'material-cooperation' ? 'cooperative' : 'conflictual';

/** The description of each quad class. */
export const byQuadClass = <Told>(of: (quadClass: QuadClass) => Told): Readonly<Record<QuadClass, Told>> => ({
  'verbal-cooperation': of('verbal-cooperation'),
  'material-cooperation': of('material-cooperation'),
  'verbal-conflict': of('verbal-conflict'),
  'material-conflict': of('material-conflict'),
});

/** Returns the quadrant of a code, by its root as in GDELT's events (QuadClass 1 to 4): 01–05, 06–09, 10–14, 15–20. */
export function quadClassOf(cameo: string): QuadClass {
  const root = Number(cameo.slice(0, 2));
  if (root <= 5) return 'verbal-cooperation';
  if (root <= 9) return 'material-cooperation';
  return root <= 14 ? 'verbal-conflict' : 'material-conflict';
}
