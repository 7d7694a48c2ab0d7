import type { LedgerReader } from '#shared/ledger/ledger.ts';
import type { Views } from '#shared/subscriptions/filter/matching.ts';
import {
  isAnnouncement,
  type NoticeSources,
  progressAfter,
  rangeLeft,
  wantedNotices,
} from '#shared/subscriptions/phases/wanted-notices.ts';
import type { SocketSubscription } from './connection.ts';
import type { PushedConnections } from './connections.ts';
import { announcementMessage, eventMessage } from './event-message.ts';
import type { Outbox } from './outbox.ts';

/** The ports of a subscription's turn. */
export interface TurnPorts extends Pick<Outbox, 'send' | 'hasTime'>, NoticeSources {
  readonly connections: Pick<PushedConnections, 'save'>;
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly views: Views;
  /** Returns the client's cursor after a position. */
  readonly cursorAt: (position: number) => string;
}

/**
 * Sends a subscription its next events or changes of phase, in order, at most `atMost`, and writes its progress.
 * Returns whether more are left.
 */
export async function sendEvents(ports: TurnPorts, read: SocketSubscription, atMost: number): Promise<boolean> {
  const { connections, ledger, views, cursorAt, send, hasTime } = ports;
  const { name: subscription } = read;
  const range = await rangeLeft(ports, read);
  let { announced, cursor: sentUpTo } = read;
  let cursor = range.after;
  let { sent: within } = range;
  const save = async (rests: boolean): Promise<boolean> =>
    connections.save(read, { ...read, announced, cursor, sent: within, catchingUp: read.catchingUp && !rests }, rests);

  announced ||= await send({ type: 'subscribed', subscription, cursor: cursorAt(read.cursor) });
  if (!announced) return true;
  let sent = 0;
  for await (const { events, looked } of wantedNotices(ports, views, read.filter, range)) {
    for (const [index, event] of events.entries()) {
      const next = progressAfter(events, index);
      const at = cursorAt(next.cursor);
      const message = isAnnouncement(event)
        ? announcementMessage(subscription, at, event)
        : await eventMessage(ledger, subscription, at, event);
      if (sent === atMost || !(await send(message))) return save(false);
      ({ cursor, sent: within } = next);
      sentUpTo = cursor;
      sent += 1;
    }
    cursor = looked;
    within = undefined;
    if (!hasTime()) break;
  }
  // A client that goes on from here does not read again what it did not want.
  if (read.catchingUp && cursor > sentUpTo) await send({ type: 'cursor', subscription, cursor: cursorAt(cursor) });
  if (cursor < range.upTo) return save(false);
  return !(await save(true)) && save(false);
}
