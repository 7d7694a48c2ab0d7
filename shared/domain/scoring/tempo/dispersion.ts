import type { Counted } from './gamma-poisson.ts';
import type { RunningSums } from './running-sums.ts';
import type { Span } from './tempo-segments.ts';

/**
 * Returns Pearson's χ² of the monthly counts over its degrees of freedom (McCullagh & Nelder 1989): 1 where events
 * come independently at one rate in each segment. Null where no segment has an event, or there are no more months
 * than segments.
 */
export function dispersion(months: readonly Counted[], spans: readonly Span[], sums: RunningSums): number | null {
  let [squares, freedom] = [0, 0];
  for (const { from, to } of spans) {
    const { count, exposure } = sums.between(from, to);
    if (count === 0) continue;
    freedom += to - from - 1;
    for (const month of months.slice(from, to)) {
      const expected = (count / exposure) * month.exposure;
      squares += (month.count - expected) ** 2 / expected;
    }
  }
  return freedom > 0 ? squares / freedom : null;
}
