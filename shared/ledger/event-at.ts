import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import type { LedgerReader } from './ledger.ts';
import { readStreamPage } from './read-stream-page.ts';

/** The event with an id; one query, whatever the length of its stream. */
export async function eventAt(ledger: Pick<LedgerReader, 'commits'>, id: string): Promise<RecordedEvent | undefined> {
  const address = parseEventAddress(id);
  if (address === undefined) return undefined;
  const { stream, version } = address;
  const { items } = await readStreamPage(ledger, stream, { direction: 'backward', from: version, limit: 1 });
  return items[0]?.version === version ? items[0] : undefined;
}
