import { causedByEvent } from '#shared/feed/consumers/caused-by-event.ts';
import { type Touched, writeRows } from '#shared/projections/engine/apply-projection.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** Generations that go without an event together: one, or those of a scoring, which read each other. */
export interface ProjectedTogether {
  /** Their ids. */
  readonly generations: readonly string[];
  /**
   * The rows that the first changes touch in them: of as many changes as touch at most so many rows, and of one at
   * least.
   */
  readonly touched: (changes: readonly Change[], maxRows: number) => Promise<Touched>;
  /** What is computed of changes once their rows are written; absent: nothing. */
  readonly settle?: (changes: readonly Change[]) => Promise<void>;
}

/** Notes that generations go without a change; `false`: they are broken and not to be kept up any more. */
export type GoWithout = (generations: readonly string[], change: Change, error: unknown) => Promise<boolean>;

export interface SliceOptions {
  readonly goWithout: GoWithout;
  /** Rows that are written at most, unless one change alone makes more. */
  readonly maxRows: number;
}

/**
 * Projects the first changes that together write at most `maxRows` rows, at least one, and returns their number. Each
 * row is written once for all generations. If one generation throws, the others are written all the same, and it folds
 * the changes in ever smaller parts until the change at which it throws is found. Throws errors that no event causes.
 */
export async function projectSlice(
  store: ReadModels,
  parts: readonly ProjectedTogether[],
  all: readonly Change[],
  { goWithout, maxRows }: SliceOptions,
): Promise<number> {
  const { changes, planned } = await fitting(parts, all, maxRows);
  const rows = planned.flatMap(({ result }) => result?.rows ?? []);
  const together = await attempted(async () => writeRows(store, rows));
  for (const [index, part] of parts.entries()) {
    const { error, result } = planned[index] ?? {};
    const written = async () => {
      if (together.error !== undefined) await writeRows(store, result?.rows ?? []);
      await part.settle?.(changes);
    };
    const failure = error ?? (await attempted(written)).error;
    if (failure !== undefined) await isolate(store, part, changes, { failure, goWithout });
  }
  return changes.length;
}

/**
 * The first changes that touch no more rows in all parts together than may be written, and these rows, part by part.
 */
async function fitting(parts: readonly ProjectedTogether[], all: readonly Change[], maxRows: number) {
  for (let changes = all; ;) {
    const plan = async (part: ProjectedTogether) => attempted(async () => part.touched(changes, maxRows));
    const planned = await Promise.all(parts.map(plan));
    const results = planned.flatMap(({ result }) => result ?? []);
    const rows = results.reduce((sum, result) => sum + result.rows.length + (result.later ?? 0), 0);
    const folded = Math.min(changes.length, ...results.map(({ inputs }) => inputs));
    if (changes.length <= 1 || (folded === changes.length && rows <= maxRows)) return { changes, planned };
    changes = changes.slice(0, folded < changes.length ? folded : Math.ceil(changes.length / 2));
  }
}

/** Rows of a part that is folded by itself: all of them, since the changes are few enough for all parts. */
const anyRows = Number.POSITIVE_INFINITY;

/** Writes all rows of a part that changes touch. */
async function projected(store: ReadModels, part: ProjectedTogether, changes: readonly Change[]): Promise<void> {
  await writeRows(store, (await part.touched(changes, anyRows)).rows);
  await part.settle?.(changes);
}

interface Isolation {
  readonly failure: Failure;
  readonly goWithout: GoWithout;
}

/** Projects changes that a part threw at, half by half. Returns whether the part is still to be kept up. */
async function isolate(
  store: ReadModels,
  part: ProjectedTogether,
  changes: readonly Change[],
  { failure, goWithout }: Isolation,
): Promise<boolean> {
  const [first] = changes;
  if (first === undefined) return true;
  if (changes.length === 1) return tryAgain(store, part, first, { failure, goWithout });
  const middle = Math.ceil(changes.length / 2);
  for (const half of [changes.slice(0, middle), changes.slice(middle)]) {
    const { error } = await attempted(async () => projected(store, part, half));
    if (error !== undefined && !(await isolate(store, part, half, { failure: error, goWithout }))) return false;
  }
  return true;
}

/** A part throws at one change so often before it goes without. */
const maxFailures = 3;

/** Projects a change that a part threw at again, until it goes without. */
async function tryAgain(
  store: ReadModels,
  part: ProjectedTogether,
  change: Change,
  { failure, goWithout }: Isolation,
): Promise<boolean> {
  let { thrown } = failure;
  for (let failures = 1; failures < maxFailures; failures += 1) {
    const { error } = await attempted(async () => projected(store, part, [change]));
    if (error === undefined) return true;
    ({ thrown } = error);
  }
  return goWithout(part.generations, change, thrown);
}

interface Failure {
  readonly thrown: unknown;
}

/** What work results in, or why it failed, where an event may be to blame; throws anything else. */
async function attempted<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result?: Result; readonly error?: Failure }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!causedByEvent(error)) throw error;
    return { error: { thrown: error } };
  }
}
