import { baseline, type BaselineMonth } from './baseline.ts';
import type { TempoSeries } from './tempo-series.ts';

/** A month of two relations; null where the series of one does not reach. */
export interface PairedMonth {
  readonly month: string;
  readonly one: BaselineMonth | null;
  readonly other: BaselineMonth | null;
}

/** How many times as often events of one relation come as those of the other, with a 95 % interval. */
export interface RateRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** The months that both series have. */
  readonly months: number;
}

export interface SideBySide {
  readonly months: readonly PairedMonth[];
  /** Null when the series have no month in common. */
  readonly ratio: RateRatio | null;
}

/** Puts the months of two relations side by side, and compares their rates over the months that both have. */
export function sideBySide(one: TempoSeries, other: TempoSeries): SideBySide {
  const [ones, others] = [byMonth(one), byMonth(other)];
  const names = [...new Set([...ones.keys(), ...others.keys()])].toSorted();
  const common = new Set(names.filter((month) => ones.has(month) && others.has(month)));
  return {
    months: names.map((month) => ({ month, one: ones.get(month) ?? null, other: others.get(month) ?? null })),
    ratio: common.size === 0 ? null : rateRatio(summed(one, common), summed(other, common), common.size),
  };
}

const byMonth = ({ months }: TempoSeries): ReadonlyMap<string, BaselineMonth> =>
  new Map(baseline(months).map((month) => [month.month, month]));

/** The ratio of two Poisson rates with half an event added to each (Haldane 1956), its logarithm taken as normal. */
function rateRatio(one: Sum, other: Sum, months: number): RateRatio {
  const ratio = (one.count + 0.5) / one.exposure / ((other.count + 0.5) / other.exposure);
  const factor = Math.exp(1.96 * Math.sqrt(1 / (one.count + 0.5) + 1 / (other.count + 0.5)));
  return { ratio, low: ratio / factor, high: ratio * factor, months };
}

interface Sum {
  readonly count: number;
  readonly exposure: number;
}

function summed({ months }: TempoSeries, names: ReadonlySet<string>): Sum {
  const own = months.filter(({ month }) => names.has(month));
  return {
    count: own.reduce((sum, { count }) => sum + count, 0),
    exposure: own.reduce((sum, { exposure }) => sum + exposure, 0),
  };
}
