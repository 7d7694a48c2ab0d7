import { backOff } from '../back-off.ts';
import type { Change, ChangesOf } from './change.ts';
import { type Projection, projectionId, type RowKey, storedPartition } from './projection.ts';
import { type ReadModels, rowId, type StoredRow } from './read-models.ts';
import type { ScoreChange } from './score-change.ts';
import type { PositionedEvent } from '../feed/block.ts';
import type { FeedConsumer } from '../feed/consume-feed.ts';

/** Rows written at the same time. */
const parallel = 32;

interface Touched<Input> {
  /** The row as the projection names it. */
  readonly key: RowKey;
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

/** A projection of changes as a consumer of the feed. */
export const changeConsumer = <Row>(
  projection: Projection<Row, Change>,
  store: ReadModels,
  changesOf: ChangesOf,
): FeedConsumer => ({
  name: projectionId(projection),
  handle: async (events) => applyProjection(projection, store, await changesOf(events)),
});

/** A projection of changes of scores as a consumer of the feed. */
export const scoreChangeConsumer = <Row>(
  projection: Projection<Row, ScoreChange>,
  store: ReadModels,
  scoreChangesOf: (events: readonly PositionedEvent[]) => Promise<ScoreChange[]>,
): FeedConsumer => ({
  name: projectionId(projection),
  handle: async (events) => applyProjection(projection, store, await scoreChangesOf(events)),
});

/** Loads the rows that the events touch, folds, and writes those that changed, each on the condition that nobody else did meanwhile. */
export async function applyProjection<Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  store: ReadModels,
  events: readonly Input[],
): Promise<void> {
  const stored = ({ partition, sort }: RowKey): RowKey => ({ partition: storedPartition(projection, partition), sort });
  let touched = rowsTouched(projection, events);
  for (let attempt = 0; touched.length > 0; attempt += 1) {
    // What is written once is there already when the put is lost: it is read only then, and no writer has to be waited for.
    const unread = attempt === 0 && projection.writesOnce === true;
    if (attempt > 0 && !(attempt === 1 && projection.writesOnce === true)) await backOff(attempt);
    const rows = unread ? new Map<string, StoredRow>() : await store.load(touched.map(({ key }) => stored(key)));
    const lost: Touched<Input>[] = [];
    const queue = touched.values();
    const write = async () => {
      for (const row of queue) {
        // One that is there already tells of a slice that comes again: the others are looked for instead of put.
        if (unread && lost.length > 0) {
          lost.push(row);
          continue;
        }
        const to = stored(row.key);
        const next = foldRow(projection, rows.get(rowId(to)), row);
        const written = next === undefined || (await store.save({ ...to, ...next }, rows.get(rowId(to))?.position));
        if (!written) lost.push(row);
      }
    };
    await Promise.all(Array.from({ length: parallel }, write));
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
      if (row === undefined) touched.set(rowId(key), { key, events: [event] });
      else row.events.push(event);
    }
  }
  return [...touched.values()];
}

/** The row with what it has not applied yet; `undefined` when there is nothing to write. */
function foldRow<Row, Input extends Positioned>(
  projection: Projection<Row, Input>,
  stored: StoredRow | undefined,
  { key, events }: Touched<Input>,
): { readonly position: number; readonly data: unknown } | undefined {
  const applied = stored?.position ?? 0;
  const news = events.filter(({ position }) => position > applied);
  const last = news.at(-1);
  if (last === undefined) return undefined;
  let row = stored?.data as Row | undefined;
  for (const event of news) row = projection.project(row, event, key);
  if (row !== undefined && row === stored?.data) return undefined; // a fold that keeps the row as it is needs no write
  return row === undefined && stored === undefined ? undefined : { position: last.position, data: row };
}
