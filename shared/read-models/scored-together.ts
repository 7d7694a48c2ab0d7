import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import type { Projected } from './all-projections.ts';
import type { ProjectedTogether } from './project-slice.ts';
import { scoresBy, scoresName } from './scores/projection.ts';
import { scoreChangesOf } from './scores/score-change.ts';
import { suspectRows } from './scores/suspect-rows.ts';
import { treesBy } from './scores/tree-rows.ts';

/** A generation of a projection. */
export interface Generation extends Projected {
  readonly id: string;
  readonly generation: number;
}

/** Names the generation that is read of a projection, or of a version of it. */
export type Source = (projection: string, version?: number) => string;

/**
 * The generations of a scoring: what changes move in trees is found once for all of them, and what suspects share is
 * computed when their rows are written.
 */
export function scoredTogether(
  store: ReadModels,
  source: Source,
  scoring: Scoring,
  generations: readonly Generation[],
): ProjectedTogether {
  const readModels = servedReadModels(store, (name) => source(name, name === 'trees' ? scoring.version : undefined));
  const sources = { readModels, trees: treesBy(scoring), scoring };
  const suspects = generations
    .filter(({ projection }) => projection.name === scoresName)
    .map(({ generation }) => suspectRows({ ...sources, store, scores: { ...scoresBy(scoring), generation } }));
  return {
    generations: generations.map(({ id }) => id),
    touched: async (changes, maxRows) => {
      const scores = await scoreChangesOf(sources, changes, maxRows);
      const changed = { changes, scores: new Map([[scoring.version, scores.changes]]) };
      const all = generations.map(({ touched, generation }) => touched(changed, generation, maxRows));
      const rows = suspects.reduce(
        (touching, { watched }) => touching.map(watched),
        all.flatMap((one) => one.rows),
      );
      const later = suspects.reduce((sum, { note }) => sum + note(changes, scores), 0);
      return { rows, inputs: Math.min(...all.map(({ inputs }) => inputs)), later };
    },
    settle: async (changes) => {
      for (const { settle } of suspects) await settle(changes);
    },
  };
}
