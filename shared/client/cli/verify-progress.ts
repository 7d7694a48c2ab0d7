import type { VerifiableRecord } from '#shared/verification/verify.ts';
import { progressBar } from './progress-bar.ts';
import { grouped } from './terminal.ts';

/** Parts of the work of which each is shown. */
const parts = 20;

export interface ShownRecord {
  readonly record: VerifiableRecord;
  readonly stop: () => void;
}

/** Shows how far a record is read: the events of the feed, and then the same events in the ledger. */
export function shownRecord(record: VerifiableRecord, events: number, quiet: boolean): ShownRecord {
  const total = 2 * events;
  const { update, perSecond, stop } = progressBar(total, quiet);
  let [read, shown] = [0, 0];
  const show = (count: number): void => {
    read += count;
    if ((read - shown) * parts < total) return;
    shown = read;
    // What the read models do not have yet is read, too: the end was theirs.
    const all = grouped(Math.max(total, read));
    update(read, `${grouped(read)} of ${all} events of feed and ledger, ${perSecond(read)} events/s`);
  };
  return {
    stop,
    record: {
      ...record,
      blocks: () => counted(record.blocks(), show),
      commits: (stream) => counted(record.commits(stream), show),
    },
  };
}

/** Passes on what comes, and says how many events each has. */
async function* counted<Item extends { readonly count: number }>(
  items: AsyncIterable<Item>,
  onCount: (count: number) => void,
): AsyncGenerator<Item> {
  for await (const item of items) {
    yield item;
    onCount(item.count);
  }
}
