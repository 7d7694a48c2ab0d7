/** A tie between two nodes of an undirected graph; `weight` is greater than 0. */
export interface Tie {
  readonly nodes: readonly [string, string];
  readonly weight: number;
}

/** The probability of following a tie rather than going anywhere. */
export const damping = 0.85;
/** Σ |change| of the ranks at which they are taken as settled. */
const tolerance = 1e-9;

/**
 * PageRank (Page, Brin, Motwani, Winograd 1999, "The PageRank Citation Ranking: Bringing Order to the Web") on an
 * undirected graph, where a tie is followed in proportion to its weight. From a node without ties one goes anywhere.
 * Ranks sum to 1; a graph without nodes has none.
 */
export function pageRank(nodes: readonly string[], ties: readonly Tie[]): ReadonlyMap<string, number> {
  const size = nodes.length;
  const index = new Map(nodes.map((node, at) => [node, at]));
  const strength = new Float64Array(size);
  const ends = ties.map(({ nodes: [one, other], weight }) => ({ a: index.get(one) ?? 0, b: index.get(other) ?? 0, weight })); // prettier-ignore
  for (const { a, b, weight } of ends) {
    strength[a] = (strength[a] ?? 0) + weight;
    strength[b] = (strength[b] ?? 0) + weight;
  }
  let ranks = new Float64Array(size).fill(1 / size);
  for (let change = Number.POSITIVE_INFINITY; change > tolerance;) {
    const stranded = ranks.reduce((sum, rank, at) => (strength[at] === 0 ? sum + rank : sum), 0);
    const next = new Float64Array(size).fill((1 - damping + damping * stranded) / size);
    const pass = (from: number, to: number, weight: number) => {
      next[to] = (next[to] ?? 0) + (damping * (ranks[from] ?? 0) * weight) / (strength[from] ?? 1);
    };
    for (const { a, b, weight } of ends) {
      pass(a, b, weight);
      pass(b, a, weight);
    }
    change = next.reduce((sum, rank, at) => sum + Math.abs(rank - (ranks[at] ?? 0)), 0);
    ranks = next;
  }
  return new Map(nodes.map((node, at) => [node, ranks[at] ?? 0]));
}
