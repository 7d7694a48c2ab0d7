import type { QuadClass } from './quad-class.ts';
import type { Scale } from './score.ts';
import type { ScoredFacts } from './scored-facts.ts';

/** What an event adds to the score of a relation on a scale; score and weight in tenths. */
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
 * What a visit and its meetings, or an event that is neither, add: each relation is scored once on each scale, by the event with the highest
 * absolute score, of several by the first. The events must come in the order of their positions.
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
