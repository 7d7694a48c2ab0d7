import * as z from 'zod';

/** Whether an event happened, is planned, may have happened, or is denied. */
export const Modality = z.enum(['held', 'planned', 'hypothetical', 'denied']);
export type Modality = z.output<typeof Modality>;
