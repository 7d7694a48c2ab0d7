import * as z from 'zod';
import { idempotencyDays } from '#shared/idempotency-days.ts';

/** What is to be posted of a part of an import: it is decided once, so that the part may be posted again. */
export interface PartPlan {
  /** When it was made (ISO 8601). */
  readonly at: string;
  /** Keys of the happenings that the record did not have. */
  readonly fresh: readonly string[];
  /** References of the reports to attach, by the keys of the happenings that it had. */
  readonly attach: Readonly<Record<string, readonly string[]>>;
}

export const PartPlan: z.ZodType<PartPlan> = z.object({
  at: z.string(),
  fresh: z.array(z.string()),
  attach: z.record(z.string(), z.array(z.string())),
});

/** Milliseconds for which what was posted may be posted again: the API knows its keys for a day longer. */
const holdsForMs = (idempotencyDays - 1) * 24 * 60 * 60 * 1000;

/** Whether what was posted, or planned, at an instant may be posted again; later the timelines have it. */
export const isRepeatable = (at: string, now = Date.now()): boolean => now - Date.parse(at) < holdsForMs;
