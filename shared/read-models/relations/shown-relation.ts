import type { RelationSummary } from './summary.ts';
import { shownIndex } from '#shared/read-models/scores/shown-scores.ts';

/** A summary with its figures rounded, and where each part of it is told in full. */
export const shownRelation = (dyad: string, { index, ...summary }: RelationSummary) => ({
  ...summary,
  index: shownIndex(index),
  links: {
    timeline: `/relations/${dyad}/timeline`,
    score: `/relations/${dyad}/score`,
    phases: `/relations/${dyad}/phases`,
    tempo: `/relations/${dyad}/tempo`,
    visits: `/visits?dyad=${dyad}`,
    agreements: `/agreements?dyad=${dyad}`,
    representation: `/relations/${dyad}/representation`,
    sanctions: `/sanctions?dyad=${dyad}`,
    changes: `/changes?dyad=${dyad}`,
  },
});
