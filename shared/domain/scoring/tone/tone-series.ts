/** A scored event between two parties. */
export interface ToneFact {
  readonly id: string;
  /** The day that it counts on, `YYYY-MM-DD`. */
  readonly day: string;
  /** In the units of its scale. */
  readonly score: number;
  /** Factor of its credibility; an event of weight 0 is not scored. */
  readonly weight: number;
}

/** Scored events in order of their days, weights normalised to a mean of 1. */
export interface ToneSeries {
  readonly facts: readonly ToneFact[];
  /** How many earlier events were left out, because a series holds only the latest 5000. */
  readonly omitted: number;
  /** Variance of a score of weight 1; that of weight w is 1/w of it. */
  readonly variance: number;
}

/** Most events in a series: without a change PELT costs n²/2 steps, 12 million here. */
export const mostFacts = 5000;
/**
 * Scores are defaults of types, half a point apart at best: a standard deviation below ½ would be feigned precision.
 */
const leastVariance = 0.25;

/** Orders the scored events through a day, keeps the latest 5000, and normalises their weights. */
export function toneSeries(facts: readonly ToneFact[], through: string): ToneSeries {
  const scored = facts
    .filter(({ day, weight }) => day <= through && weight > 0)
    .toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  const latest = scored.slice(-mostFacts);
  const mean = latest.reduce((sum, { weight }) => sum + weight, 0) / latest.length;
  const normalised = latest.map((fact) => ({ ...fact, weight: fact.weight / mean }));
  return { facts: normalised, omitted: scored.length - latest.length, variance: pooledVariance(normalised) };
}

const sortKey = ({ day, id }: ToneFact): string => `${day} ${id}`;

/**
 * Estimates the variance within segments from successive differences (von Neumann, Kent, Bellinson & Hart 1941),
 * which a change of the mean touches only once: the mean of (x₂ − x₁)² / (1/w₁ + 1/w₂), and at least ¼. Where
 * neighbours are alike it is too small, and changes too many.
 */
function pooledVariance(facts: readonly ToneFact[]): number {
  let sum = 0;
  for (const [index, fact] of facts.slice(1).entries()) {
    const { score, weight } = facts[index] ?? fact;
    sum += (fact.score - score) ** 2 / (1 / weight + 1 / fact.weight);
  }
  return Math.max(facts.length < 2 ? 0 : sum / (facts.length - 1), leastVariance);
}
