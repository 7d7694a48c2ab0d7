import { type Facets, facetsOf } from '#shared/domain/events/facets.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { eventAt } from './event-at.ts';
import type { LedgerReader } from './ledger.ts';

/** The facets of an event; for a correction the event that it is about is read. */
export async function facetsInLedger(ledger: Pick<LedgerReader, 'commits'>, event: RecordedEvent): Promise<Facets> {
  if (!isCorrection(event)) return facetsOf(event);
  const about = await eventAt(ledger, event.of);
  if (about === undefined || isCorrection(about))
    throw new Error(`${event.id} is about ${event.of}, which is no event`);
  return facetsOf(event, about);
}
