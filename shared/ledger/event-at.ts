import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { commitUpTo } from './latest-commits.ts';
import type { LedgerReader } from './ledger.ts';
import { eventsOf } from './stream-state.ts';

/** Reads the event with an id: one query that reads one commit, however long its stream is. */
export async function eventAt(ledger: Pick<LedgerReader, 'commits'>, id: string): Promise<RecordedEvent | undefined> {
  const address = parseEventAddress(id);
  if (address === undefined) return undefined;
  const { stream, version } = address;
  const commit = await commitUpTo(ledger, stream, version);
  return commit && eventsOf(commit).find((event) => event.version === version);
}
