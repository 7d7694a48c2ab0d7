/**
 * The weight of an event by the Admiralty credibility of its information (NATO AJP-2.1), in tenths: 1 confirmed, 2
 * probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. The factors are Chancery's choice.
 */
const factors = { 1: 10, 2: 8, 3: 5, 4: 2, 5: 0, 6: 3 } as const;

export type Credibility = keyof typeof factors;

/** Returns the factor of a credibility, in tenths; without an assessment it is that of 6. */
export const credibilityFactor = (credibility: Credibility = 6): number => factors[credibility];
