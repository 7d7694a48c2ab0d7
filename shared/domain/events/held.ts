import type { Correctness } from '#shared/domain/corrections/corrected-event.ts';
import type { Modality } from './modality.ts';

/** Whether an event counts: it is said to have happened, and has neither been retracted nor merged into another. */
export const isHeld = (event: Correctness & { readonly modality: Modality }): boolean =>
  event.modality === 'held' && event.withdrawn === undefined;
