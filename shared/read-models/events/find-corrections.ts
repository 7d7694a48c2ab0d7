import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { correctionsOf, type PositionedCorrection } from '#shared/projections/engine/corrections.ts';
import type { Progress } from '#shared/projections/engine/projection-progress.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

export interface CorrectionSources extends Pick<Progress, 'serving'> {
  readonly readModels: Pick<ReadModels, 'load' | 'rows'>;
}

/** The corrections of an event as the builds that serve have them. */
export const findCorrections =
  ({ readModels, serving }: CorrectionSources) =>
  async (eventId: string): Promise<PositionedCorrection[]> =>
    correctionsOf(servedReadModels(readModels, await serving()), eventId);
