import type { FeedReader } from '#shared/feed/feed.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import type { Views } from '#shared/subscriptions/filter/matching.ts';
import { matchingFeed, type Range } from '#shared/subscriptions/filter/matching-feed.ts';
import type { SocketSubscription } from './connection.ts';
import type { PushedConnections } from './connections.ts';
import { eventMessage } from './event-message.ts';
import type { Outbox } from './outbox.ts';

/** The ports of a subscription's turn. */
export interface TurnPorts extends Pick<Outbox, 'send' | 'hasTime'> {
  readonly connections: Pick<PushedConnections, 'save'>;
  readonly feed: Pick<FeedReader, 'head' | 'read'>;
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly views: Views;
  /** Returns the client's cursor after a position. */
  readonly cursorAt: (position: number) => string;
}

/**
 * Sends a subscription its next events, in order, at most `atMost`, and writes its progress. Returns whether more are
 * left.
 */
export async function sendEvents(ports: TurnPorts, read: SocketSubscription, atMost: number): Promise<boolean> {
  const { connections, feed, ledger, views, cursorAt, send, hasTime } = ports;
  const { name: subscription } = read;
  const range = await rangeLeft(feed, read);
  let { announced, cursor: sentUpTo } = read;
  let cursor = range.after;
  const save = async (rests: boolean): Promise<boolean> =>
    connections.save(read, { ...read, announced, cursor, catchingUp: read.catchingUp && !rests }, rests);

  announced ||= await send({ type: 'subscribed', subscription, cursor: cursorAt(read.cursor) });
  if (!announced) return true;
  let sent = 0;
  for await (const { events, looked } of matchingFeed(feed, views, read.filter, range)) {
    for (const event of events) {
      const message = await eventMessage(ledger, subscription, cursorAt(event.position), event);
      if (sent === atMost || !(await send(message))) return save(false);
      cursor = sentUpTo = event.position;
      sent += 1;
    }
    cursor = looked;
    if (!hasTime()) break;
  }
  // A client that goes on from here does not read again what it did not want.
  if (read.catchingUp && cursor > sentUpTo) await send({ type: 'cursor', subscription, cursor: cursorAt(cursor) });
  if (cursor < range.upTo) return save(false);
  return !(await save(true)) && save(false);
}

/** Returns the range left to read: up to the end of the feed, or what the matcher has marked. */
async function rangeLeft(feed: TurnPorts['feed'], subscription: SocketSubscription): Promise<Range> {
  const { catchingUp, cursor, pending } = subscription;
  if (catchingUp) return { after: cursor, upTo: Math.max(cursor, (await feed.head()).position) };
  const upTo = Math.max(cursor, pending?.to ?? 0);
  return { after: Math.min(upTo, Math.max(cursor, (pending?.from ?? 0) - 1)), upTo };
}
