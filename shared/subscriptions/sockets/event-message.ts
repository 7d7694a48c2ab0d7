import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { facetsInLedger } from '#shared/ledger/facets-in-ledger.ts';
import { cloudEvent, cloudEventByReference } from '#shared/subscriptions/event-bus/cloud-event.ts';
import type { AnnouncedPhase } from '#shared/read-models/changes/announced-phases.ts';
import { phaseCloudEvent } from '#shared/subscriptions/phases/phase-entry.ts';
import type { ServerMessage } from './server-message.ts';
import { maxMessageBytes } from './sockets.ts';

/** Makes the message of an announced change of phase. */
export const announcementMessage = (subscription: string, cursor: string, phase: AnnouncedPhase): ServerMessage => ({
  type: 'event',
  subscription,
  cursor,
  event: phaseCloudEvent(phase),
});

/** Makes the message of an event; an event that is too large for a message goes by reference. */
export async function eventMessage(
  ledger: Pick<LedgerReader, 'commits'>,
  subscription: string,
  cursor: string,
  event: PositionedEvent,
  maxBytes = maxMessageBytes,
): Promise<ServerMessage> {
  const facets = await facetsInLedger(ledger, event);
  const message = { type: 'event', subscription, cursor } as const;
  const whole = { ...message, event: cloudEvent(event, facets) };
  return Buffer.byteLength(JSON.stringify(whole)) <= maxBytes
    ? whole
    : { ...message, event: cloudEventByReference(event, facets) };
}
