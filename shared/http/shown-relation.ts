import type { RelationSummary } from '../registers/relation-summary.ts';

/** Figures are shown to the thousandth. */
const rounded = (figure: number): number => Math.round(figure * 1000) / 1000 + 0;

/** A summary with its figures rounded, and where each part of it is told in full. */
export const shownRelation = (dyad: string, { index, ...summary }: RelationSummary) => ({
  ...summary,
  index: { slow: rounded(index.slow), fast: rounded(index.fast), weight: rounded(index.weight) },
  links: {
    timeline: `/relations/${dyad}/timeline`,
    score: `/relations/${dyad}/score`,
    phases: `/relations/${dyad}/phases`,
    visits: `/visits?dyad=${dyad}`,
    agreements: `/agreements?dyad=${dyad}`,
    representation: `/relations/${dyad}/representation`,
    sanctions: `/sanctions?dyad=${dyad}`,
    changes: `/changes?dyad=${dyad}`,
  },
});
