import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { type ScoredFacts, type ScoredFields, scoredFacts, type Worth, worthOf } from './scored-facts.ts';

/**
 * The figures and rules of stored scores, under one version, which is that of their read models (up to 3: rows of
 * another shape).
 */
export interface Scoring {
  readonly version: number;
  /**
   * The named versions of what it consists of: the scales, the credibility factors, and the rules which events, dyads
   * and days count.
   */
  readonly tables: readonly string[];
  /** What an event counts for; `undefined`: it is shown and not scored. */
  readonly factsOf: (event: CorrectedEvent) => ScoredFacts | undefined;
  /** What an event counts for between whomever, for multilateral ones: each pair takes its share of the weight. */
  readonly worthOf: (event: ScoredFields) => Worth | undefined;
}

/**
 * Every scoring that has read models, the newest last. Figures and rules are not edited: another table makes another
 * scoring, whose read models are built from the beginning while the earlier ones serve. A scoring is removed when its
 * read models no longer serve.
 */
const first: Scoring = {
  version: 5,
  tables: ['goldstein@1', 'plover@1', 'credibility@1', 'rules@4'],
  factsOf: scoredFacts,
  worthOf,
};
export const scorings: readonly Scoring[] = [first];
export const newestScoring: Scoring = scorings.at(-1) ?? first;

/** Returns the scoring of a version of the read models. */
export const scoringOf = (version: number): Scoring =>
  scorings.find((scoring) => scoring.version === version) ?? newestScoring;
