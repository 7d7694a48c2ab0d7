import { systemTiming, type Timing } from '#shared/clock.ts';
import type { Facets } from '#shared/domain/events/facets.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { facetsInLedger } from '#shared/ledger/facets-in-ledger.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { ServiceUnavailable } from '#shared/dynamodb/unavailable.ts';
import { cloudEvent, cloudEventByReference } from './cloud-event.ts';
import { source } from './event-source.ts';
import { type BusEntry, bytesPerCall, entriesPerCall, entryBytes, type EventBus } from './event-bus.ts';

/** The publisher's name among the feed's consumers. */
export const publisherName = 'publish';

/** The attempts for entries that the bus refuses, before the publisher stops at its checkpoint. */
const attempts = 6;

/**
 * Publishes the feed on the bus, in order, at least once; receivers recognize repeats by `id`. Only corrections cost a
 * read.
 */
export const publisher = (
  bus: EventBus,
  ledger: Pick<LedgerReader, 'commits'>,
  timing: Omit<Timing, 'now'> = systemTiming,
): FeedConsumer => ({
  name: publisherName,
  handle: async (events) => {
    const entries = await inParallel(events, async (event) => entryOf(event, await facetsInLedger(ledger, event)));
    await sendAll(bus, entries, timing);
  },
});

/** Makes the entry of an event; an event that is too large for the bus goes by reference. */
export function entryOf(event: PositionedEvent, facets: Facets, maxBytes = bytesPerCall): BusEntry {
  const as = (detail: object): BusEntry => ({
    source,
    detailType: event.type,
    detail: JSON.stringify(detail),
    time: event.recordedAt,
  });
  const entry = as(cloudEvent(event, facets));
  return entryBytes(entry) <= maxBytes ? entry : as(cloudEventByReference(event, facets));
}

/** Splits entries into the batches of one call, by count and by bytes. */
export function batches(entries: readonly BusEntry[]): BusEntry[][] {
  const runs: BusEntry[][] = [];
  let run: BusEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = entryBytes(entry);
    if (run.length === entriesPerCall || (run.length > 0 && bytes + size > bytesPerCall)) {
      runs.push(run);
      run = [];
      bytes = 0;
    }
    run.push(entry);
    bytes += size;
  }
  return run.length === 0 ? runs : [...runs, run];
}

/** Sends entries in their order, batch by batch; throws where the bus refuses one `attempts` times. */
export async function sendAll(bus: EventBus, entries: readonly BusEntry[], timing: Omit<Timing, 'now'>): Promise<void> {
  for (const batch of batches(entries)) await putAll(bus, batch, timing);
}

/** Sends a batch until the bus has accepted every entry; throws after `attempts`. */
async function putAll(bus: EventBus, batch: readonly BusEntry[], timing: Omit<Timing, 'now'>): Promise<void> {
  let left = batch;
  for (let tried = 0; left.length > 0; tried += 1) {
    if (tried === attempts)
      throw new ServiceUnavailable(`The bus did not take ${left.length} of ${batch.length} entries`);
    if (tried > 0) await timing.pause(timing.random() * 50 * 2 ** tried);
    left = await bus.put(left);
  }
}
