import { v7 } from 'uuid';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { signedCursors } from '#shared/cursor.ts';
import { feedCursor, feedPosition } from '#shared/feed/feed-cursor.ts';
import { respond, type RespondPorts } from '#shared/subscriptions/sockets/respond.ts';
import { push, type PushPorts, socketMatcherName } from '#shared/subscriptions/sockets/push.ts';
import type { ServerMessage } from '#shared/subscriptions/sockets/server-message.ts';
import type { Sockets } from '#shared/subscriptions/sockets/sockets.ts';
import { phaseLog } from '#shared/subscriptions/phases/phase-log.ts';
import { matchPhases } from '#shared/subscriptions/phases/match-phases.ts';
import { matcher } from '#shared/subscriptions/webhooks/match.ts';
import { inMemoryConnections } from './in-memory-connections.ts';
import { inMemoryStores } from './in-memory-stores.ts';
import { wantedIn } from './diplomatic-day.ts';
import { maxFailures } from './mortal.ts';

/**
 * Sockets, the matcher and pushes in memory, with their own clock; notifications wait in `triggered` until a test takes
 * them.
 */
export function socketWorld() {
  const stores = inMemoryStores();
  const connections = inMemoryConnections();
  const cursors = signedCursors(() => ['key']);
  const clock = { ms: Date.parse('2025-01-20T09:00:00.000Z') };
  const now = () => new Date(clock.ms);
  const triggered: string[] = [];
  const trigger = async (ids: readonly string[]): Promise<void> => void triggered.push(...ids);

  /** What each connection was sent, and whether it is open. */
  const wires = new Map<string, { open: boolean; readonly messages: ServerMessage[] }>();
  const sockets: Sockets = {
    post: async (id, message) => {
      const wire = wires.get(id);
      if (!wire?.open) return 'gone';
      wire.messages.push(message);
      return 'sent';
    },
    close: async (id) => {
      const wire = wires.get(id);
      if (wire !== undefined) wire.open = false;
    },
  };
  const phases = phaseLog(stores.readModels, stores.checkpoints);
  const ports: PushPorts = {
    ...stores,
    phases,
    connections,
    sockets,
    cursorAt: (position) => feedCursor(cursors, position),
    trigger,
    now,
    pause: async (ms) => {
      clock.ms += Math.max(ms, 1);
    },
  };
  const answering: RespondPorts = { ...stores, connections, cursors, trigger, now, newId: v7 };
  const pushTo = async (id: string, more: Partial<PushPorts> = {}) => push({ ...ports, ...more }, id);
  const due = async () =>
    new Set((await Array.fromAsync(connections.due(now().toISOString()))).map(({ owner }) => owner));

  return {
    stores,
    connections,
    clock,
    now,
    triggered,
    ports,
    due,
    /** Opens a connection whose token expires in so many minutes. */
    open: async (minutes = 24 * 60): Promise<string> => {
      const id = v7();
      const expiresAt = new Date(clock.ms + minutes * 60_000).toISOString();
      wires.set(id, { open: true, messages: [] });
      await connections.open({ id, subject: 'analyst', expiresAt, dueAt: expiresAt });
      return id;
    },
    /** The client goes away without a word. */
    vanish: (id: string) => sockets.close(id),
    isOpen: (id: string) => wires.get(id)?.open === true,
    messages: (id: string) => wires.get(id)?.messages ?? [],
    say: async (id: string, message: unknown) => respond(answering, id, JSON.stringify(message)),
    /** The matcher of phases goes to the announcer. */
    matchPhases: async () => {
      const triggerOwners = async (keys: readonly { readonly owner: string }[]) =>
        trigger(keys.map(({ owner }) => owner));
      const receivers = [{ index: connections, trigger: triggerOwners, now }];
      await matchPhases({ ...stores, phases, receivers }, () => true);
    },
    match: async (more: Partial<Parameters<typeof matcher>[0]> = {}, from: Partial<typeof stores> = {}) => {
      const triggerOwners = async (keys: readonly { readonly owner: string }[]) =>
        trigger(keys.map(({ owner }) => owner));
      const settings = { index: connections, ledger: stores.ledger, trigger: triggerOwners, now, ...more };
      return consumeFeed({ ...matcher(settings), name: socketMatcherName }, { ...stores, ...from, maxFailures });
    },
    push: pushTo,
    /** Takes wake-ups, and wakes who is due, minute after minute, until nobody is: what the queue and the tick do. */
    settle: async () => {
      for (let round = 0; round < 10_000; round += 1) {
        const next = triggered.shift();
        if (next !== undefined) await pushTo(next);
        else {
          const lagging = await due();
          if (lagging.size === 0) return;
          clock.ms += 60_000;
          triggered.push(...lagging);
        }
      }
      throw new Error('Somebody is never done');
    },
    /** The positions that a filter wants of the feed after a position. */
    wantedBy: wantedIn(stores),
    positionOf: (cursor: string) => feedPosition(cursors, cursor, { parameter: 'after' }),
    cursorAt: ports.cursorAt,
  };
}

export type SocketWorld = ReturnType<typeof socketWorld>;

/** The positions of the events among messages, of one subscription if it is named. */
export const positionsIn = (messages: readonly ServerMessage[], subscription?: string): number[] =>
  messages.flatMap((message) =>
    message.type === 'event' && (subscription ?? message.subscription) === message.subscription
      ? [message.event.position]
      : [],
  );
