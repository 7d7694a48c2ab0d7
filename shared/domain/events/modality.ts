import * as z from 'zod';

/** Whether it happened, is to happen, may have happened, or is said not to have happened. */
export const Modality = z.enum(['held', 'planned', 'hypothetical', 'denied']);
export type Modality = z.output<typeof Modality>;
