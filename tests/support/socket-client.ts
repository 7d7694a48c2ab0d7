import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ServerMessage } from '#shared/subscriptions/sockets/server-message.ts';
import { until } from './until.ts';

/** A client of the live sockets that keeps what it is told. */
export interface SocketClient {
  readonly socket: WebSocket;
  readonly messages: readonly ServerMessage[];
  readonly say: (message: unknown) => void;
  /** Waits for the first message of a type, of a subscription if one is named. */
  readonly heard: <Type extends ServerMessage['type']>(
    type: Type,
    subscription?: string,
  ) => Promise<Extract<ServerMessage, { type: Type }>>;
  /** The ids of the events that came, in their order, of one subscription if it is named. */
  readonly events: (subscription?: string) => string[];
  /** Waits until so many events have come. */
  readonly eventsWhen: (count: number, seconds?: number) => Promise<string[]>;
  /** The last cursor that came. */
  readonly cursor: () => string;
  readonly closed: Promise<unknown>;
}

export interface Offer {
  readonly headers?: Readonly<Record<string, string>>;
  readonly protocols?: string[];
}

const open = (url: string, { headers = {}, protocols = [] }: Offer) => {
  const socket = new WebSocket(url, protocols, { headers });
  socket.on('error', () => undefined); // what a refused handshake ends with
  return socket;
};

/** Connects and keeps every message. */
export async function connect(url: string, offer: Offer): Promise<SocketClient> {
  const socket = open(url, offer);
  const messages: ServerMessage[] = [];
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())));
  const closed = once(socket, 'close');
  await once(socket, 'open');
  const events = (subscription?: string) =>
    messages.flatMap((message) =>
      message.type === 'event' && (subscription ?? message.subscription) === message.subscription
        ? [message.event.id]
        : [],
    );
  return {
    socket,
    messages,
    closed,
    events,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    heard: async <Type extends ServerMessage['type']>(type: Type, subscription?: string) =>
      until(`a message of the type ${type}`, () =>
        messages.find(
          (message): message is Extract<ServerMessage, { type: Type }> =>
            message.type === type &&
            (subscription === undefined || ('subscription' in message && message.subscription === subscription)),
        ),
      ),
    eventsWhen: async (count, seconds) => {
      await until(`${count} events, not ${events().length}`, () => events().length >= count, seconds);
      return events();
    },
    cursor: () => {
      const last = messages.findLast((message) => 'cursor' in message);
      if (last === undefined || !('cursor' in last)) throw new Error('No cursor has come');
      return last.cursor;
    },
  };
}

/** The status by which a handshake is refused; 101 when it is not. */
export async function refusalOf(url: string, offer: Offer = {}): Promise<number | undefined> {
  const socket = open(url, offer);
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
  socket.on('open', () => resolve(101));
  const status = await promise;
  socket.terminate();
  return status;
}
