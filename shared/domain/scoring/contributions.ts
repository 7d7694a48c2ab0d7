import type { QuadClass } from './quad-class.ts';
import type { Scale } from './score.ts';
import type { ScoredFacts } from './scored-facts.ts';

/** The contribution of an event to the score of a relation on a scale; score and weight in tenths. */
export interface Contribution {
  readonly dyad: string;
  readonly scale: Scale;
  readonly day: string;
  readonly score: number;
  readonly weight: number;
  readonly quadClass: QuadClass;
  /** The event's id. */
  readonly event: string;
  readonly type: string;
}

/**
 * Returns the contributions of a tree, such as a visit and its meetings: each relation is scored once on each scale, by
 * the event with the highest absolute score, of several by the first. The events must be in the order of their
 * positions.
 */
export function contributionsOf(tree: readonly ScoredFacts[]): Contribution[] {
  const best = new Map<string, Contribution>();
  for (const { id, type, dyads, day, weight, quadClass, scores } of tree) {
    for (const [scale, score] of Object.entries(scores) as [Scale, number][]) {
      for (const dyad of dyads) {
        const key = `${dyad} ${scale}`;
        const other = best.get(key);
        if (other !== undefined && Math.abs(other.score) >= Math.abs(score)) continue;
        best.set(key, { dyad, scale, day, score, weight, quadClass, event: id, type });
      }
    }
  }
  return [...best.values()];
}
