import * as z from 'zod';
import type { PostedCommit } from '#shared/client/api-schema.ts';
import { emptyTally, type Tally } from './import-tally.ts';
import { PartPlan } from './part-plan.ts';

/** How far an import has come: what it keeps so that another run goes on. */
export interface ImportState {
  /** The file that is read, counted from 0, and its rows that are done. */
  readonly file: number;
  readonly row: number;
  /** The counts of the rows that are done. */
  readonly tally: Tally;
  /** Ids of the events that are counted, of those dealt with last. */
  readonly counted: readonly string[];
  /** The commit that was recorded last. */
  readonly last?: PostedCommit | undefined;
  /** When that was (ISO 8601). */
  readonly lastAt?: string | undefined;
  /** What is posted of the rows after these. */
  readonly plan?: PartPlan | undefined;
}

export const beginning = (): ImportState => ({ file: 0, row: 0, tally: emptyTally(), counted: [] });

/** The schema of a kept state; its tally and commit are as they were written. */
export const ImportState: z.ZodType<ImportState> = z.object({
  file: z.int().min(0),
  row: z.int().min(0),
  tally: z.custom<Tally>((value) => typeof value === 'object' && value !== null),
  counted: z.array(z.string()),
  last: z.custom<PostedCommit>((value) => typeof value === 'object' && value !== null).optional(),
  lastAt: z.string().optional(),
  plan: PartPlan.optional(),
});
