import type { CloudEvent } from './verify-webhook.ts';
import type { ProblemDetails } from './api-problem.ts';
import type { EventFilter } from './api-schema.ts';

/** A message of the live socket that a follower acts on. */
export type SocketMessage =
  | { readonly type: 'subscribed' | 'cursor'; readonly cursor: string }
  | { readonly type: 'event'; readonly cursor: string; readonly event: CloudEvent }
  | { readonly type: 'closing'; readonly reason: string }
  | { readonly type: 'error'; readonly problem: ProblemDetails };

/** The end of a connection, and whether it had been opened. */
export interface SocketEnd {
  readonly type: 'ended';
  readonly opened: boolean;
}

export interface SocketOptions {
  readonly url: string;
  readonly token: string | undefined;
  readonly filter: EventFilter;
  /** A cursor, `beginning`, or absent: from now on. */
  readonly after: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly WebSocket: typeof globalThis.WebSocket;
}

/**
 * Messages that wait for the reader at most: beyond that the connection is ended, and the next one goes on from the
 * cursor.
 */
export const mostWaiting = 1000;

/** Subscribes on a new connection and yields its messages in order, at last its end. */
export async function* socketMessages(options: SocketOptions): AsyncGenerator<SocketMessage | SocketEnd> {
  const { url, token, filter, after, signal } = options;
  const socket = new options.WebSocket(url, ['chancery', ...(token === undefined ? [] : [`bearer.${token}`])]);
  const waiting: (SocketMessage | SocketEnd)[] = [];
  let arrived = Promise.withResolvers<void>();
  let opened = false;
  const note = (message: SocketMessage | SocketEnd): void => {
    waiting.push(message);
    arrived.resolve();
  };
  const abort = (): void => socket.close();
  signal?.addEventListener('abort', abort);
  socket.addEventListener('open', () => {
    opened = true;
    socket.send(JSON.stringify({ action: 'subscribe', id: 'follow', filter, ...(after !== undefined && { after }) }));
  });
  socket.addEventListener('message', ({ data }) => {
    if (waiting.length >= mostWaiting) return socket.close();
    note(JSON.parse(String(data)) as SocketMessage);
  });
  socket.addEventListener('close', () => note({ type: 'ended', opened }));
  try {
    for (;;) {
      await arrived.promise;
      arrived = Promise.withResolvers<void>();
      for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
        yield message;
        if (message.type === 'ended') return;
      }
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    socket.close();
  }
}
