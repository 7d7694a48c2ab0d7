import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import { viewsFrom } from '#shared/subscriptions/filter/matching.ts';
import { matchedBy } from '#shared/subscriptions/webhooks/progress.ts';
import { type Connection, hasWork, nextDueAt, type SocketSubscription } from './connection.ts';
import type { PushedConnections } from './connections.ts';
import { ClientGone, messagesPerSlice, type Outbox, outboxOf, type OutboxPorts } from './outbox.ts';
import { sendEvents, type TurnPorts } from './send-events.ts';
import { closing } from './closing-message.ts';
import type { ClosingReason } from './server-message.ts';
import type { Sockets } from './sockets.ts';

export interface PushPorts extends OutboxPorts, Pick<TurnPorts, 'feed' | 'phases' | 'ledger' | 'cursorAt'> {
  readonly connections: PushedConnections;
  readonly sockets: Sockets;
  /** Has the progress of the matchers. */
  readonly checkpoints: Pick<Checkpoints, 'positions'>;
  /** Triggers another push to connections, after those that wait already. */
  readonly trigger: (connectionIds: readonly string[]) => Promise<void>;
}

/** The matcher's name among the feed's consumers. */
export const socketMatcherName = 'match-sockets';

/** Milliseconds of a lease: longer than an invocation lasts. */
export const leaseMs = 60_000;
/** Milliseconds after which a client that reads nothing is disconnected. */
export const patienceMs = 3 * 60_000;

/**
 * Sends a slice of the events that a connection's subscriptions want, in order, and triggers another push if more are
 * left. One push sends to a connection at a time. Where it is unknown what was sent last, the push ends the connection,
 * and the client goes on after the last cursor it saw: nothing is sent twice on one connection, and nothing is left
 * out.
 */
export async function push(ports: PushPorts, id: string): Promise<void> {
  const at = ports.now();
  const until = new Date(at.getTime() + leaseMs).toISOString();
  const lease = await ports.connections.lease(id, at.toISOString(), until);
  if (lease === 'gone') await ports.connections.forget(id); // its subscriptions may be left
  if (lease === 'abandoned') await end(ports, id, 'interrupted');
  if (lease === 'held') await pushAlone(ports, id, until);
}

async function pushAlone(ports: PushPorts, id: string, until: string): Promise<void> {
  const { connections } = ports;
  const outbox = outboxOf(ports, id);
  try {
    const outcome = await sendSlice(ports, id, outbox);
    if (outcome === undefined) return;
    if (typeof outcome === 'string') return await end(ports, id, outcome);
    await connections.release(id, until, outcome.connection);
    if (!outcome.more) return;
  } catch (error) {
    if (error instanceof ClientGone) return connections.forget(id);
    await (outbox.used() ? end(ports, id, 'interrupted') : connections.release(id, until));
    throw error;
  }
  await ports.trigger([id]);
}

/**
 * The outcome of a slice: the connection, and whether more is left; or the reason to end it; `undefined`: it is gone.
 */
type Outcome = { readonly connection: Connection; readonly more: boolean } | ClosingReason | undefined;

async function sendSlice(ports: PushPorts, id: string, outbox: Outbox): Promise<Outcome> {
  const { connections, now } = ports;
  const found = await connections.find(id);
  if (found === undefined) return undefined;
  const { connection, subscriptions } = found;
  const at = now();
  if (connection.expiresAt <= at.toISOString()) return 'token-expired';
  if (connection.dueAt <= at.toISOString()) await sendCursors(ports, id, outbox);
  const more = await sendRounds(ports, id, subscriptions.filter(hasWork), outbox);
  const { stalledSince: before, ...rest } = connection;
  const next = { ...rest, dueAt: nextDueAt(at, connection.expiresAt) };
  if (!outbox.stalled()) return { connection: next, more };
  const stalledSince = before ?? at.toISOString();
  if (at.getTime() - Date.parse(stalledSince) >= patienceMs) return 'not-reading';
  return { connection: { ...next, stalledSince }, more: false }; // the schedule triggers it again
}

/** Gives each subscription its turn, round after round; returns whether more is left. */
async function sendRounds(ports: PushPorts, id: string, ready: readonly SocketSubscription[], outbox: Outbox) {
  const turn: TurnPorts = { ...ports, ...outbox, views: viewsFrom(ports.ledger) };
  for (let left = ready; left.length > 0;) {
    const eventsPerTurn = Math.ceil(messagesPerSlice / left.length);
    let more = false;
    // A round that ends early must not leave out the same subscriptions each time.
    const first = ports.now().getTime() % left.length;
    for (const subscription of [...left.slice(first), ...left.slice(0, first)]) {
      if (!outbox.hasTime()) return true;
      more = (await sendEvents(turn, subscription, eventsPerTurn)) || more;
    }
    if (!more) return false;
    left = (await ports.connections.find(id))?.subscriptions.filter(hasWork) ?? [];
  }
  return false;
}

/**
 * Sends the matcher's position as a cursor to each subscription with nothing left to do: all that it wants up to there
 * is marked. So a client whose filter wants little has little to read again, and API Gateway does not regard the
 * connection as idle.
 */
async function sendCursors({ connections, checkpoints, cursorAt }: PushPorts, id: string, { send }: Outbox) {
  const passed = await matchedBy(checkpoints, socketMatcherName);
  const found = await connections.find(id); // after the checkpoint: marks are made before it moves
  for (const subscription of found?.subscriptions.filter((one) => !hasWork(one)) ?? []) {
    const cursor = Math.max(subscription.cursor, passed(subscription.filter));
    const unmarked = await connections.save(subscription, { ...subscription, cursor }, true);
    if (unmarked) await send({ type: 'cursor', subscription: subscription.name, cursor: cursorAt(cursor) });
  }
}

/** Sends the reason to the client, ends the connection and removes it. */
async function end({ connections, sockets }: PushPorts, id: string, reason: ClosingReason): Promise<void> {
  await sockets.post(id, closing(reason)).catch(() => undefined); // it will notice that it has ended
  await sockets.close(id);
  await connections.forget(id);
}
