import type { WebSocket } from 'ws';
import type { AuthorizerContext, ConnectionFacts } from './socket-event.ts';

/** How long a connection may last, in milliseconds. */
export interface SocketLimits {
  /** Without a message in either direction; API Gateway allows ten minutes. */
  readonly idleMs: number;
  /** In all; API Gateway allows two hours. */
  readonly lifetimeMs: number;
}

export const apiGatewayLimits: SocketLimits = { idleMs: 10 * 60_000, lifetimeMs: 2 * 3_600_000 };

/** Bytes of a message, in either direction. */
export const messageLimit = 128 * 1024;

/** Bytes that may wait for a client that does not read. */
const bufferLimit = 1024 * 1024;

export interface Connection {
  readonly facts: ConnectionFacts;
  readonly authorizer: AuthorizerContext;
  /** Sends a message; `full` when the client has not read what was sent before. */
  readonly send: (message: string) => 'sent' | 'full';
  readonly close: (code: number, reason: string) => void;
  /** Milliseconds since 1970. */
  readonly lastActiveAt: () => number;
}

/** An open connection, which ends by itself when its time is over. */
export function openConnection(
  socket: WebSocket,
  facts: ConnectionFacts,
  authorizer: AuthorizerContext,
  { idleMs, lifetimeMs }: SocketLimits,
): Connection {
  let lastActiveAt = Date.now();
  const close = (code: number, reason: string) => {
    socket.close(code, reason);
    setTimeout(() => socket.terminate(), 1000).unref(); // some clients never complete the closing handshake
  };
  const goAway = () => close(1001, 'Going away');
  const idle = setTimeout(goAway, idleMs);
  const lifetime = setTimeout(goAway, lifetimeMs);
  const active = () => {
    lastActiveAt = Date.now();
    idle.refresh();
  };
  socket.on('message', active);
  socket.on('ping', active);
  socket.on('close', () => {
    clearTimeout(idle);
    clearTimeout(lifetime);
  });
  return {
    facts,
    authorizer,
    close,
    lastActiveAt: () => lastActiveAt,
    send: (message) => {
      if (socket.bufferedAmount > bufferLimit) return 'full';
      active();
      socket.send(message);
      return 'sent';
    },
  };
}

/** The open connections of a WebSocket API, by id. */
export type Connections = ReadonlyMap<string, Connection>;
