import type { Correctness } from '#shared/domain/corrections/corrected-event.ts';
import type { Modality } from './modality.ts';

/** Returns whether an event counts: its modality is `held`, and it is neither retracted nor merged into another. */
export const isHeld = (event: Correctness & { readonly modality: Modality }): boolean =>
  event.modality === 'held' && event.withdrawn === undefined;
