import { backOff } from '#shared/back-off.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { type Projection, projectionId, type RowKey, storedPartition } from './projection.ts';
import { type ReadModels, rowId, type StoredRow } from './read-models.ts';
import type { PositionedEvent } from '#shared/feed/block.ts';
import type { FeedConsumer } from '#shared/feed/consume-feed.ts';

/** Rows written at the same time. */
const parallel = 32;

interface Touched<Input> {
  /** The row as the projection names it, and as it is stored. */
  readonly key: RowKey;
  readonly stored: RowKey;
  readonly events: Input[];
}

interface Positioned {
  readonly position: number;
}

/** A projection as a consumer of the feed. */
export const projectionConsumer = <Row>(projection: Projection<Row>, store: ReadModels): FeedConsumer => ({
  name: projectionId(projection),
  handle: (events) => applyProjection(projection, store, events),
});

/** A projection of what events of the feed lead to, such as their changes, as a consumer of the feed. */
export const changeConsumer = <Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  store: ReadModels,
  inputsOf: (events: readonly PositionedEvent[]) => Promise<readonly Input[]>,
): FeedConsumer => ({
  name: projectionId(projection),
  handle: async (events) => applyProjection(projection, store, await inputsOf(events)),
});

/** Writes the rows that the events touch: those that are written once as they are, others on what they were before. */
export async function applyProjection<Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  store: ReadModels,
  events: readonly Input[],
): Promise<void> {
  const { once = [], others = [] } = Object.groupBy(rowsTouched(projection, events), ({ key }) =>
    projection.writesOnce?.(key) === true ? 'once' : 'others',
  );
  const rows = once.flatMap((row) => foldRow(projection, undefined, row) ?? []);
  if (rows.length > 0) await store.put(rows);
  await foldInto(projection, store, others);
}

/** Loads rows, folds, and writes those that changed, each on the condition that nobody else did meanwhile. */
async function foldInto<Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  store: ReadModels,
  rows: readonly Touched<Input>[],
): Promise<void> {
  let touched = rows;
  for (let attempt = 0; touched.length > 0; attempt += 1) {
    if (attempt > 0) await backOff(attempt);
    const loaded = await store.load(touched.map(({ stored }) => stored));
    const lost: Touched<Input>[] = [];
    const write = async (row: Touched<Input>): Promise<void> => {
      const before = loaded.get(rowId(row.stored));
      const next = foldRow(projection, before, row);
      if (next !== undefined && !(await store.save(next, before?.position))) lost.push(row);
    };
    await inParallel(touched, write, parallel);
    touched = lost;
  }
}

function rowsTouched<Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  events: readonly Input[],
): Touched<Input>[] {
  const touched = new Map<string, Touched<Input>>();
  for (const event of events) {
    for (const key of projection.keys(event)) {
      const row = touched.get(rowId(key));
      const stored = { partition: storedPartition(projection, key.partition), sort: key.sort };
      if (row === undefined) touched.set(rowId(key), { key, stored, events: [event] });
      else row.events.push(event);
    }
  }
  return [...touched.values()];
}

/** The row with what it has not applied yet; `undefined` when there is nothing to write. */
function foldRow<Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  before: StoredRow | undefined,
  { key, stored, events }: Touched<Input>,
): StoredRow | undefined {
  const applied = before?.position ?? 0;
  const news = events.filter(({ position }) => position > applied);
  const last = news.at(-1);
  if (last === undefined) return undefined;
  let row = before?.data as Row | undefined;
  for (const event of news) row = projection.project(row, event, key);
  if (row !== undefined && row === before?.data) return undefined; // a fold that keeps the row as it is needs no write
  return row === undefined && before === undefined ? undefined : { ...stored, position: last.position, data: row };
}
