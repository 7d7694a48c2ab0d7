/**
 * How much an event counts by the Admiralty credibility of its information (1 confirmed … 5 improbable, 6 cannot be judged), in tenths, so
 * that sums are exact. A change of figures is a new version.
 */
export const credibilityFactors = { version: 1, tenths: { 1: 10, 2: 8, 3: 5, 4: 2, 5: 0, 6: 3 } } as const;

/** The factor of an event in tenths; information that nobody has assessed cannot be judged. */
export const credibilityTenths = (credibility: keyof typeof credibilityFactors.tenths = 6): number =>
  credibilityFactors.tenths[credibility];
