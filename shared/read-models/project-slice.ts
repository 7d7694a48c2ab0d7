import { causedByEvent } from '#shared/feed/consumers/caused-by-event.ts';
import { type TouchedRow, writeRows } from '#shared/projections/engine/apply-projection.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** Generations that go without an event together: one, or those of a scoring, which read each other. */
export interface ProjectedTogether {
  /** Their ids. */
  readonly generations: readonly string[];
  /** The rows that changes touch in them. */
  readonly touched: (changes: readonly Change[]) => Promise<TouchedRow[]>;
}

/** Notes that generations go without a change; `false`: they are broken and not to be kept up any more. */
export type GoWithout = (generations: readonly string[], change: Change, error: unknown) => Promise<boolean>;

/**
 * Projects changes, writing each row once for all generations. Where something throws, the others are written all the same, and the generations
 * that threw fold the changes in ever smaller parts, until it is clear at which of them they throw. Throws what is no event's fault.
 */
export async function projectSlice(
  store: ReadModels,
  parts: readonly ProjectedTogether[],
  changes: readonly Change[],
  goWithout: GoWithout,
): Promise<void> {
  const planned = await Promise.all(parts.map(async (part) => attempted(async () => part.touched(changes))));
  const rows = planned.flatMap((plan) => plan.result ?? []);
  const together = await attempted(async () => writeRows(store, rows));
  for (const [index, part] of parts.entries()) {
    const { error, result = [] } = planned[index] ?? {};
    const failure = error ?? (together.error && (await attempted(async () => writeRows(store, result))).error);
    if (failure !== undefined) await isolate(store, part, changes, { failure, goWithout });
  }
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
  if (changes.length === 1) return settle(store, part, first, { failure, goWithout });
  const middle = Math.ceil(changes.length / 2);
  for (const half of [changes.slice(0, middle), changes.slice(middle)]) {
    const { error } = await attempted(async () => writeRows(store, await part.touched(half)));
    if (error !== undefined && !(await isolate(store, part, half, { failure: error, goWithout }))) return false;
  }
  return true;
}

/** A part throws at one change so often before it goes without. */
const maxFailures = 3;

/** Projects a change that a part threw at again, until it goes without. */
async function settle(
  store: ReadModels,
  part: ProjectedTogether,
  change: Change,
  { failure, goWithout }: Isolation,
): Promise<boolean> {
  let { thrown } = failure;
  for (let failures = 1; failures < maxFailures; failures += 1) {
    const { error } = await attempted(async () => writeRows(store, await part.touched([change])));
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
