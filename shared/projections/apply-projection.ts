import { backOff } from '../back-off.ts';
import type { PositionedEvent } from '../feed/block.ts';
import { type Projection, projectionId, storedPartition } from './projection.ts';
import { type ReadModels, rowId, type StoredRow } from './read-models.ts';
import type { FeedConsumer } from '../feed/consume-feed.ts';

/** Rows written at the same time. */
const parallel = 32;

interface Touched {
  readonly key: { readonly partition: string; readonly sort: string };
  readonly events: PositionedEvent[];
}

/** A projection as a consumer of the feed. */
export const projectionConsumer = <Row>(projection: Projection<Row>, store: ReadModels): FeedConsumer => ({
  name: projectionId(projection),
  handle: (events) => applyProjection(projection, store, events),
});

/** Loads the rows that the events touch, folds, and writes those that changed, each on the condition that nobody else did meanwhile. */
export async function applyProjection<Row>(
  projection: Projection<Row>,
  store: ReadModels,
  events: readonly PositionedEvent[],
): Promise<void> {
  let touched = rowsTouched(projection, events);
  for (let attempt = 0; touched.length > 0; attempt += 1) {
    if (attempt > 0) await backOff(attempt);
    const rows = await store.load(touched.map(({ key }) => key));
    const lost: Touched[] = [];
    const queue = touched.values();
    const write = async () => {
      for (const row of queue) {
        const written = await foldRow(projection, store, rows.get(rowId(row.key)), row);
        if (!written) lost.push(row);
      }
    };
    await Promise.all(Array.from({ length: parallel }, write));
    touched = lost;
  }
}

function rowsTouched<Row>(projection: Projection<Row>, events: readonly PositionedEvent[]): Touched[] {
  const touched = new Map<string, Touched>();
  for (const event of events) {
    for (const { partition, sort } of projection.keys(event)) {
      const key = { partition: storedPartition(projection, partition), sort };
      const id = rowId(key);
      const row = touched.get(id);
      if (row === undefined) touched.set(id, { key, events: [event] });
      else row.events.push(event);
    }
  }
  return [...touched.values()];
}

/** Folds what the row has not applied yet; `false` when another writer changed it meanwhile. */
async function foldRow<Row>(
  projection: Projection<Row>,
  store: ReadModels,
  stored: StoredRow | undefined,
  { key, events }: Touched,
): Promise<boolean> {
  const applied = stored?.position ?? 0;
  const news = events.filter(({ position }) => position > applied);
  const last = news.at(-1);
  if (last === undefined) return true;
  let row = stored?.data as Row | undefined;
  for (const event of news) row = projection.project(row, event);
  if (row === undefined && stored === undefined) return true;
  return store.save({ ...key, position: last.position, data: row }, stored?.position);
}
