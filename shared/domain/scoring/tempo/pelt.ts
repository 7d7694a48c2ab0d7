/** A series to be cut into segments: the indices 0 to length − 1, by what a segment costs. */
export interface Segmentation {
  readonly length: number;
  /** Cost of one segment from an index up to and without another; cutting it in two never costs more. */
  readonly cost: (from: number, to: number) => number;
  /** Cost of each further segment. */
  readonly penalty: number;
  /** Fewest indices in a segment. */
  readonly shortest: number;
  /** Whether a segment may begin at an index; every one may when it is left out. */
  readonly mayStart?: (index: number) => boolean;
}

/**
 * Returns the first index of each segment but the first, in the cheapest segmentation: PELT (Killick, Fearnhead &
 * Eckley 2012). Costs O(n) where changes are many and O(n²) where there are none; needs O(n) memory. A start that is
 * worse than one end is dropped only once a segment of the shortest length fits behind that end, which keeps the
 * result exact. Of equal costs the earliest start is taken.
 */
export function pelt({ length, cost, penalty, shortest, mayStart = () => true }: Segmentation): number[] {
  const best = new Float64Array(length + 1).fill(Infinity);
  const costs = new Float64Array(length + 1);
  const previous = new Int32Array(length + 1);
  const dropped = new Int32Array(length + 1).fill(length + 1);
  best[0] = -penalty;
  let starts: number[] = [];
  let entering = 0;
  for (let end = shortest; end <= length; end += 1) {
    for (; entering + shortest <= end; entering += 1) {
      if (Number.isFinite(best[entering])) starts.push(entering);
    }
    if (end < length && !mayStart(end)) continue;
    starts = starts.filter((start) => (dropped[start] ?? 0) > end);
    let [least, from] = [Infinity, 0];
    for (const start of starts) {
      const total = (best[start] ?? Infinity) + cost(start, end);
      costs[start] = total;
      if (total + penalty < least) [least, from] = [total + penalty, start];
    }
    best[end] = least;
    previous[end] = from;
    for (const start of starts) {
      if ((costs[start] ?? 0) >= least) dropped[start] = Math.min(dropped[start] ?? 0, end + shortest);
    }
  }
  return startsOf(previous, length);
}

function startsOf(previous: Int32Array, length: number): number[] {
  const starts: number[] = [];
  for (let start = previous[length] ?? 0; start > 0; start = previous[start] ?? 0) starts.push(start);
  return starts.toReversed();
}
