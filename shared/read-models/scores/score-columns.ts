import type { ShownMonth, ShownPartner, ShownSummary } from './shown-scores.ts';
import { quadClassColumns } from '#shared/api/protocol/cells.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';

const summary: Columns<ShownSummary> = {
  n: ({ n }) => n,
  weight: ({ weight }) => weight,
  mean: ({ mean }) => mean,
  min: ({ min }) => min,
  max: ({ max }) => max,
  intervalLow: ({ interval }) => interval?.low,
  intervalHigh: ({ interval }) => interval?.high,
  ...quadClassColumns,
};

/** Monthly scores as CSV. */
export const monthColumns: Columns<ShownMonth> = {
  month: ({ month }) => month,
  ...summary,
  slowIndex: ({ index }) => index.slow,
  fastIndex: ({ index }) => index.fast,
  indexWeight: ({ index }) => index.weight,
};

/** Ranked partners as CSV. */
export const partnerColumns: Columns<ShownPartner> = {
  partner: ({ partner }) => partner,
  dyad: ({ dyad }) => dyad,
  ...summary,
  meanBefore: ({ meanBefore }) => meanBefore,
  change: ({ change }) => change,
};
