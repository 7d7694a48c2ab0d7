import type { Page } from '#shared/page.ts';
import { maxPageBytes, replyBytes } from '#shared/page-size.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { lifecyclePartitions, lifecycleStepsOf } from './projection.ts';

interface Paging<Candidate, Item> {
  readonly limit: number;
  readonly placeOf: (candidate: Candidate) => string;
  /**
   * The stream that a candidate stands for; `undefined`: it does not belong into the list, whatever the stream says.
   */
  readonly streamOf: (candidate: Candidate) => string | undefined;
  /** What its lifecycle makes of a candidate; `undefined` when it does not belong into the list. */
  readonly itemOf: (steps: readonly LifecycleEvent[], candidate: Candidate) => Item | undefined;
  /** The instant (UTC) of the knowledge; absent: now. */
  readonly asOf: string | undefined;
}

/** Candidates whose lifecycles are read in one call: of each at most two partitions. */
export const lifecyclesTogether = 25;
/**
 * Candidates looked at for one page: a filter that nearly nothing passes ends the page early instead of running out of
 * time.
 */
const candidatesPerPage = 1000;

/** Goes through candidates, in their order, until a page is full: one call for the lifecycles of 25 of them. */
export async function lifecyclePage<Candidate, Item>(
  store: RowReader,
  candidates: AsyncIterable<Candidate> | Iterable<Candidate>,
  { limit, placeOf, streamOf, itemOf, asOf }: Paging<Candidate, Item>,
): Promise<Page<Item>> {
  const items: Item[] = [];
  let seen = 0;
  let bytes = 0;
  let at: string | undefined;
  for await (const batch of batches(candidates)) {
    const streams = batch.flatMap((candidate) => streamOf(candidate) ?? []);
    const held = await withWhole(
      store,
      streams.flatMap((stream) => lifecyclePartitions(stream, asOf)),
    );
    const found = await Promise.all(
      batch.map(async (candidate) => {
        const stream = streamOf(candidate);
        const steps = stream === undefined ? undefined : await lifecycleStepsOf(held, stream, asOf);
        return { candidate, item: steps && itemOf(steps, candidate) };
      }),
    );
    for (const { candidate, item } of found) {
      const full = items.length === limit || seen >= candidatesPerPage || bytes > maxPageBytes;
      if (full) return { items, ...(at !== undefined && { next: at }) };
      if (item !== undefined) items.push(item);
      seen += 1;
      bytes += item === undefined ? 0 : replyBytes(item);
      at = placeOf(candidate);
    }
  }
  return { items };
}

async function* batches<Candidate>(
  candidates: AsyncIterable<Candidate> | Iterable<Candidate>,
): AsyncGenerator<Candidate[]> {
  let batch: Candidate[] = [];
  for await (const candidate of candidates) {
    if (batch.push(candidate) < lifecyclesTogether) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
