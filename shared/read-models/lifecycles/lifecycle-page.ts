import type { Page } from '#shared/page.ts';
import { maxPageBytes, replyBytes } from '#shared/page-size.ts';

interface Paging<Candidate, Item> {
  readonly limit: number;
  readonly placeOf: (candidate: Candidate) => string;
  /** Reads what a candidate stands for; `undefined` when it does not belong into the list. */
  readonly itemOf: (candidate: Candidate) => Promise<Item | undefined>;
}

/** Candidates whose courses are read at the same time. */
const atOnce = 20;
/** Candidates looked at for one page: a filter that nearly nothing passes ends the page early instead of running out of time. */
const candidatesPerPage = 1000;

/** Goes through candidates, in their order, until a page is full. */
export async function lifecyclePage<Candidate, Item>(
  candidates: AsyncIterable<Candidate>,
  { limit, placeOf, itemOf }: Paging<Candidate, Item>,
): Promise<Page<Item>> {
  const items: Item[] = [];
  let seen = 0;
  let bytes = 0;
  let at: string | undefined;
  for await (const batch of batches(candidates)) {
    const found = await Promise.all(batch.map(async (candidate) => ({ candidate, item: await itemOf(candidate) })));
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

async function* batches<Candidate>(candidates: AsyncIterable<Candidate>): AsyncGenerator<Candidate[]> {
  let batch: Candidate[] = [];
  for await (const candidate of candidates) {
    if (batch.push(candidate) < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
