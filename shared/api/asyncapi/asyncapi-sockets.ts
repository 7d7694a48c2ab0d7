import * as z from 'zod';
import { keysOf } from '#shared/keys-of.ts';
import { Ping, Subscribe, Unsubscribe } from '#shared/subscriptions/sockets/client-message.ts';
import {
  Closing,
  CursorSent,
  ErrorSent,
  EventSent,
  Pong,
  Subscribed,
  Unsubscribed,
} from '#shared/subscriptions/sockets/server-message.ts';

const fromClient = { subscribe: Subscribe, unsubscribe: Unsubscribe, ping: Ping };
const toClient = {
  subscribed: Subscribed,
  event: EventSent,
  cursor: CursorSent,
  unsubscribed: Unsubscribed,
  pong: Pong,
  error: ErrorSent,
  closing: Closing,
};

const summaries: Readonly<Record<keyof typeof fromClient | keyof typeof toClient, string>> = {
  subscribe: 'Follow what a filter wants, after a cursor, from the beginning or from now on',
  unsubscribe: 'Follow it no longer',
  ping: 'Is anybody there?',
  subscribed: 'The subscription stands; what it wants follows',
  event: 'An event that the subscription wants: each once, in order',
  cursor: 'Now and then: how far nothing more is wanted, for a client to go on from',
  unsubscribed: 'The subscription has ended; events that were under way may still come',
  pong: 'Yes',
  error: 'A message was not understood or not possible; the connection stays',
  closing: 'The server ends the connection: connect again and subscribe after the last cursor',
};

type MessageName = keyof typeof summaries;

/** The id of a socket's message among all messages of the document, where types of event have their own. */
const idOf = (name: MessageName): string => `socket.${name}`;

/** The parts of the AsyncAPI document about live sockets. */
export const socketDescription = (eventTypes: readonly string[]) => ({
  channel: {
    address: '/live',
    title: 'Live sockets',
    description:
      'A WebSocket (stack output `SocketUrl`). Connect with `Authorization: Bearer` and a token with the scope `chancery/read` or `chancery/subscribe`, or with the ' +
      'subprotocols `chancery` and `bearer.<token>`; 401 otherwise.',
    messages: refsTo([...keysOf(fromClient), ...keysOf(toClient)]),
  },
  operations: {
    hearClient: {
      action: 'receive',
      channel: { $ref: '#/channels/sockets' },
      summary: 'The messages of a client',
      messages: inChannel(keysOf(fromClient)),
    },
    tellClient: {
      action: 'send',
      channel: { $ref: '#/channels/sockets' },
      summary: 'The messages to a client',
      messages: inChannel(keysOf(toClient)),
    },
  },
  messages: Object.fromEntries([
    ...keysOf(fromClient).map((name) => [idOf(name), messageOf(name, plainSchema(fromClient[name], 'input'))]),
    ...keysOf(toClient).map((name) => {
      const schema = plainSchema(toClient[name], 'output');
      const payload = name === 'event' ? { allOf: [schema], properties: { event: anyOf(eventTypes) } } : schema;
      return [idOf(name), messageOf(name, payload)];
    }),
  ]),
});

const anyOf = (eventTypes: readonly string[]) => ({
  anyOf: eventTypes.map((type) => ({ $ref: `#/components/messages/${type}/payload` })),
});

const messageOf = (name: MessageName, payload: object) => ({
  name,
  summary: summaries[name],
  contentType: 'application/json',
  payload,
});

/** A schema as a part of the document, whose other parts it refers to. */
export function plainSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _language, definitions: _elsewhere, ...plain } = z.toJSONSchema(schema, { target: 'draft-7', io });
  return JSON.parse(JSON.stringify(plain).replaceAll('"#/definitions/', '"#/components/schemas/'));
}

const refsTo = (names: readonly MessageName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${idOf(name)}` }]));

const inChannel = (names: readonly MessageName[]) =>
  names.map((name) => ({ $ref: `#/channels/sockets/messages/${name}` }));
