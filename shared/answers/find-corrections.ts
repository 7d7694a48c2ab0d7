import { servedReadModels } from '../projections/builds/served-read-models.ts';
import { correctionsOf, type PositionedCorrection } from '../projections/corrections.ts';
import type { Progress } from '../projections/reached.ts';
import type { ReadModels } from '../projections/read-models.ts';

export interface CorrectionSources extends Pick<Progress, 'serving'> {
  readonly readModels: Pick<ReadModels, 'load' | 'rows'>;
}

/** The corrections of an event as the builds that serve have them. */
export const findCorrections =
  ({ readModels, serving }: CorrectionSources) =>
  async (eventId: string): Promise<PositionedCorrection[]> =>
    correctionsOf(servedReadModels(readModels, await serving()), eventId);
