import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { target } from '#infra/local/cloud/http/http-event.ts';
import { answerOf } from './socket-response.ts';
import {
  apiGatewayLimits,
  messageLimit,
  openConnection,
  type Connection,
  type Connections,
  type SocketLimits,
} from './socket-connections.ts';
import {
  connectEvent,
  disconnectEvent,
  messageEvent,
  type AuthorizerContext,
  type ConnectionFacts,
} from './socket-event.ts';
import { factsOf, refuseUpgrade } from './socket-handshake.ts';
import type { SocketApi, SocketRoute } from './socket-routes.ts';
import { within } from '#infra/local/cloud/within.ts';

export interface SocketGateway {
  /** Answers a client's wish to open a socket. Never rejects. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
  readonly connections: Connections;
  /** Closes the connections and waits for `$disconnect`, but no longer than this. */
  readonly stop: (patienceMs: number) => Promise<void>;
}

/** Serves a WebSocket API: the handshake by authorizer and `$connect`, messages by the route they name, the end by `$disconnect`. */
export function socketGateway(api: SocketApi, limits: SocketLimits = apiGatewayLimits): SocketGateway {
  const connections = new Map<string, Connection>();
  const ending = new Set<Promise<unknown>>();
  const protocols = new WeakMap<IncomingMessage, string>();
  let stopping = false;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: messageLimit, // a larger message closes the connection with 1009, as there
    handleProtocols: (_offered, request) => protocols.get(request) ?? false,
  });

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const facts = factsOf(request, api);
    const refuse = (status: number, message: string) => refuseUpgrade(socket, status, message, facts.connectionId);
    if (stopping) return refuse(503, 'Service Unavailable');
    if (target(request).rawPath !== `/${api.stage}`) return refuse(403, 'Forbidden');
    const access = await api.authorize(request, facts);
    if ('status' in access) return refuse(access.status, access.message);

    const route = api.route('$connect');
    const answer = route && (await answerOf(route, connectEvent(request, facts, access.authorizer)));
    if (answer !== undefined && 'failure' in answer)
      return refuse(answer.failure === 'Endpoint request timed out' ? 504 : 502, answer.failure);
    if (answer !== undefined && (answer.status < 200 || answer.status > 299))
      return refuse(answer.status, answer.body ?? STATUS_CODES[answer.status] ?? '');
    const protocol = answer?.headers['sec-websocket-protocol'];
    if (protocol !== undefined) protocols.set(request, protocol);
    if (stopping) return refuse(503, 'Service Unavailable');
    if (socket.destroyed) return ended(facts, access.authorizer, 1006, 'Connection Closed Abnormally');
    server.handleUpgrade(request, socket, head, (accepted) => open(accepted, facts, access.authorizer));
  };

  const open = (socket: WebSocket, facts: ConnectionFacts, authorizer: AuthorizerContext): void => {
    const connection = openConnection(socket, facts, authorizer, limits);
    connections.set(facts.connectionId, connection);
    socket.on('error', () => undefined); // a close follows
    socket.on('message', (data, isBinary) => {
      if (isBinary) connection.close(1003, 'Binary is not supported');
      else void receive(connection, textOf(data));
    });
    socket.on('close', (code, reason) => {
      connections.delete(facts.connectionId);
      ended(facts, authorizer, code, reason.toString() || (unspoken[code] ?? ''));
    });
  };

  const receive = async (connection: Connection, body: string): Promise<void> => {
    const { facts, authorizer } = connection;
    const route = api.select(body);
    const event = messageEvent(facts, route?.routeKey ?? '$default', body, authorizer);
    const setEnvironment = (message: string) =>
      connection.send(JSON.stringify({ message, connectionId: facts.connectionId, requestId: event.requestId }));
    if (route === undefined) return void setEnvironment('Forbidden');
    const answer = await answerOf(route, event);
    if ('failure' in answer) setEnvironment(answer.failure);
    else if (route.responds && answer.body !== undefined) connection.send(answer.body);
  };

  const ended = (facts: ConnectionFacts, authorizer: AuthorizerContext, code: number, reason: string): void => {
    const route: SocketRoute | undefined = api.route('$disconnect');
    if (route === undefined) return;
    const told = answerOf(route, disconnectEvent(facts, { code, reason }, authorizer));
    ending.add(told);
    void told.finally(() => ending.delete(told));
  };

  return {
    connections,
    upgrade: async (request, socket, head) => {
      socket.on('error', () => undefined); // a client that has gone away harms nobody
      await upgrade(request, socket, head);
    },
    stop: async (patienceMs) => {
      stopping = true;
      const closed = [...server.clients].map(async (socket) => new Promise((resolve) => socket.on('close', resolve)));
      for (const connection of connections.values()) connection.close(1001, 'Going away');
      await within(patienceMs, Promise.all(closed));
      for (const socket of server.clients) socket.terminate();
      await within(patienceMs, Promise.all(ending));
    },
  };
}

/** How API Gateway tells the end of a connection of which the client said nothing. */
const unspoken: Readonly<Record<number, string>> = {
  1000: 'Connection Closed Normally',
  1005: 'Client-side close frame status not set',
  1006: 'Connection Closed Abnormally',
};

const textOf = (data: RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(new Uint8Array(data)).toString();
