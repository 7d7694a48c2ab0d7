import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import { viewsFrom } from '#shared/subscriptions/filter/matching.ts';
import { type Connection, hasWork, nextLook, type SocketSubscription } from './connection.ts';
import type { PushedConnections } from './connections.ts';
import { ClientGone, messagesPerSlice, type Outbox, outboxOf, type OutboxPorts } from './outbox.ts';
import { sendEvents, type TurnPorts } from './send-events.ts';
import { closing } from './closing-message.ts';
import type { ClosingReason } from './server-message.ts';
import type { Sockets } from './sockets.ts';

export interface PushPorts extends OutboxPorts, Pick<TurnPorts, 'feed' | 'ledger' | 'cursorAt'> {
  readonly connections: PushedConnections;
  readonly sockets: Sockets;
  /** How far the matcher has come. */
  readonly checkpoints: Pick<Checkpoints, 'position'>;
  /** Wakes another push of connections, behind those of all others that wait. */
  readonly wake: (connectionIds: readonly string[]) => Promise<void>;
}

/** The matcher's name among the feed's consumers. */
export const socketMatcherName = 'match-sockets';

/** Milliseconds that somebody may be the only one who sends: longer than an invocation lasts. */
export const leaseMs = 60_000;
/** Milliseconds after which a client that takes nothing is given up. */
export const patienceMs = 3 * 60_000;

/**
 * Sends a connection what its subscriptions want, in order, for a while, and wakes another push if there is more. Only one push sends to a
 * connection at a time. Where it is not known what was sent last, the connection is ended, and its client goes on after the last cursor it
 * saw: so nothing is sent twice on one connection, and nothing is left out.
 */
export async function push(ports: PushPorts, id: string): Promise<void> {
  const at = ports.now();
  const until = new Date(at.getTime() + leaseMs).toISOString();
  const lease = await ports.connections.lease(id, at.toISOString(), until);
  if (lease === 'gone') await ports.connections.forget(id); // and what may be left of it
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
  await ports.wake([id]);
}

/** What a slice came to: how the connection stands and whether another slice is due at once; or why it is to end; `undefined`: it is gone. */
type Outcome = { readonly connection: Connection; readonly more: boolean } | ClosingReason | undefined;

async function sendSlice(ports: PushPorts, id: string, outbox: Outbox): Promise<Outcome> {
  const { connections, now } = ports;
  const held = await connections.find(id);
  if (held === undefined) return undefined;
  const { connection, subscriptions } = held;
  const at = now();
  if (connection.expiresAt <= at.toISOString()) return 'token-expired';
  if (connection.wakeAt <= at.toISOString()) await tellCursors(ports, id, outbox);
  const more = await sendRounds(ports, id, subscriptions.filter(hasWork), outbox);
  const { stalledSince: before, ...rest } = connection;
  const next = { ...rest, wakeAt: nextLook(at, connection.expiresAt) };
  if (!outbox.stalled()) return { connection: next, more };
  const stalledSince = before ?? at.toISOString();
  if (at.getTime() - Date.parse(stalledSince) >= patienceMs) return 'not-reading';
  return { connection: { ...next, stalledSince }, more: false }; // the sweep comes back to it
}

/** Round after round, each subscription has its turn; whether there is more to do. */
async function sendRounds(ports: PushPorts, id: string, ready: readonly SocketSubscription[], outbox: Outbox) {
  const turn: TurnPorts = { ...ports, ...outbox, views: viewsFrom(ports.ledger) };
  for (let left = ready; left.length > 0;) {
    const eventsPerTurn = Math.ceil(messagesPerSlice / left.length);
    let more = false;
    // Where time is over before the round is, it is not always the same ones that wait.
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
 * Tells the cursor of each subscription that nothing is left to do for: the matcher's, since it has marked whatever is wanted up to there.
 * So a client whose filter wants little need not look through much again, and API Gateway does not take the connection for idle.
 */
async function tellCursors({ connections, checkpoints, cursorAt }: PushPorts, id: string, { send }: Outbox) {
  const passed = await checkpoints.position(socketMatcherName);
  const held = await connections.find(id); // after the checkpoint: marks are made before it moves
  for (const subscription of held?.subscriptions.filter((one) => !hasWork(one)) ?? []) {
    const cursor = Math.max(subscription.cursor, passed);
    const unmarked = await connections.save(subscription, { ...subscription, cursor }, true);
    if (unmarked) await send({ type: 'cursor', subscription: subscription.name, cursor: cursorAt(cursor) });
  }
}

/** Tells the client why, ends the connection and forgets it. */
async function end({ connections, sockets }: PushPorts, id: string, reason: ClosingReason): Promise<void> {
  await sockets.post(id, closing(reason)).catch(() => undefined); // it will notice that it has ended
  await sockets.close(id);
  await connections.forget(id);
}
