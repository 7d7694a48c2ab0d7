import { backOff } from '#shared/back-off.ts';
import { chunksOf } from '#shared/chunks.ts';
import { ServiceUnavailable } from '#shared/dynamodb/unavailable.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { boundedRowKey } from './bounded-key.ts';
import { type Positioned, type Projection, type RowKey, storedPartition } from './projection.ts';
import { type ReadModels, rowId, type RowWrite, type StoredRow } from './read-models.ts';

/** A row that inputs touch, and its fold. */
export interface TouchedRow {
  /** The stored key. */
  readonly key: RowKey;
  readonly writesOnce: boolean;
  readonly isFirst: boolean;
  /** Folds the inputs that the row has not applied; `undefined` when there is nothing to write. */
  readonly fold: (before: StoredRow | undefined) => StoredRow | undefined;
}

/** Another writer may be faster so often; then something else is wrong. */
const maxAttempts = 50;

/**
 * Rows that are prepared and written together, and how many times so many at once: the next are folded while the last
 * are on their way. Bounds the memory.
 */
const rowsTogether = 1000;
const partsAtOnce = 2;

/** Folds inputs into the rows of one projection. */
export const applyProjection = async <Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  store: ReadModels,
  inputs: readonly Input[],
): Promise<void> => writeRows(store, touchedRows(projection, inputs));

/** Rows that the first of some inputs touch. */
export interface Touched {
  readonly rows: readonly TouchedRow[];
  /** How many of the inputs, from the first on. */
  readonly inputs: number;
  /** How many rows are computed at most once these are written; absent: none. */
  readonly later?: number;
}

/** The rows that inputs touch, each once, whatever the number of inputs. */
const touchedRows = <Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  inputs: readonly Input[],
): readonly TouchedRow[] => touchedWithin(projection, inputs, Number.POSITIVE_INFINITY).rows;

/** The rows that the first inputs touch, as many inputs as touch at most so many rows; at least those of one. */
export function touchedWithin<Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  inputs: readonly Input[],
  maxRows: number,
): Touched {
  const touched = new Map<string, { readonly key: RowKey; readonly inputs: Input[] }>();
  let folded = 0;
  for (const input of inputs) {
    const keys = projection.keys(input);
    if (folded > 0 && touched.size + keys.length > maxRows) break;
    folded += 1;
    for (const key of keys) {
      const row = touched.get(rowId(key));
      if (row === undefined) touched.set(rowId(key), { key, inputs: [input] });
      else if (row.inputs.at(-1) !== input) row.inputs.push(input);
    }
  }
  const rows = [...touched.values()].map(({ key, inputs: some }): TouchedRow => {
    const [first] = some;
    const stored = boundedRowKey({ partition: storedPartition(projection, key.partition), sort: key.sort });
    return {
      key: stored,
      writesOnce: projection.writesOnce?.(key) === true || projection.isWhole?.(some, key) === true,
      isFirst: first !== undefined && projection.isFirst?.(first, key) === true,
      fold: (before) => foldRow(projection, before, { key, stored, inputs: some }),
    };
  });
  return { rows, inputs: folded };
}

function foldRow<Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  before: StoredRow | undefined,
  { key, stored, inputs }: { readonly key: RowKey; readonly stored: RowKey; readonly inputs: readonly Input[] },
): StoredRow | undefined {
  const applied = before?.position ?? 0;
  let row = before?.data as Row | undefined;
  let changedAt: number | undefined;
  for (const input of inputs) {
    if (input.position <= applied) continue;
    const next = projection.project(row, input, key);
    if (next !== row) changedAt = input.position;
    row = next;
  }
  return changedAt === undefined ? undefined : { ...stored, position: changedAt, data: row };
}

/** Rows as they were read, by `rowId`. */
type LoadedRows = ReadonlyMap<string, StoredRow>;

/**
 * Writes rows of any number of projections, each loaded at most once and written at most once. Rows that are
 * written once come first, so that they exist when another row has applied the same input; the others are loaded in the
 * meantime, but for those that are known already.
 */
export async function writeRows(
  store: ReadModels,
  rows: readonly TouchedRow[],
  known: LoadedRows = new Map(),
): Promise<void> {
  const { once = [], others = [] } = Object.groupBy(rows, ({ writesOnce }) => (writesOnce ? 'once' : 'others'));
  const first = putRows(store, once);
  await Promise.all([first, foldRows(store, others, { known, first })]);
}

const putRows = async (store: ReadModels, rows: readonly TouchedRow[]): Promise<void> =>
  inParts(rows, async (some) => store.put(some.flatMap(({ fold }) => fold(undefined) ?? [])));

/** What rows are folded after, and what of them is known. */
interface Before {
  readonly known: LoadedRows;
  readonly first: Promise<void>;
}

const foldRows = async (store: ReadModels, rows: readonly TouchedRow[], before: Before): Promise<void> =>
  inParts(rows, async (some) => foldInto(store, some, before));

async function inParts(
  rows: readonly TouchedRow[],
  work: (some: readonly TouchedRow[]) => Promise<void>,
): Promise<void> {
  await inParallel(chunksOf(rows, rowsTogether), work, partsAtOnce);
}

/**
 * Loads and folds rows, and writes the changed ones after others, each on the condition that it is unchanged since the
 * read.
 */
async function foldInto(store: ReadModels, rows: readonly TouchedRow[], { known, first }: Before): Promise<void> {
  let left = rows;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === maxAttempts)
      throw new ServiceUnavailable(`Rows were written by others ${maxAttempts} times in a row`);
    // After one lost race the newer row is read at once; after several, writers pause to avoid each other.
    if (attempt > 1) await backOff(attempt);
    const read = attempt === 0 ? known : new Map<string, StoredRow>();
    const isRead = ({ key, isFirst }: TouchedRow) => read.has(rowId(key)) || (attempt === 0 && isFirst);
    const loaded = await store.load(left.filter((row) => !isRead(row)).map(({ key }) => key));
    const writes = left.flatMap(({ key, fold }): RowWrite[] => {
      const before = read.get(rowId(key)) ?? loaded.get(rowId(key));
      const row = fold(before);
      return row === undefined ? [] : [{ row, read: before?.position }];
    });
    await first;
    const lost = new Set((writes.length > 0 ? await store.save(writes) : []).map(rowId));
    left = left.filter(({ key }) => lost.has(rowId(key)));
  }
}
