import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { target } from '#infra/local/cloud/http/http-event.ts';
import { responseOf } from './socket-response.ts';
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
  /** Serves an upgrade request. Never rejects. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
  readonly connections: Connections;
  /** Closes the connections and waits for `$disconnect`, at most so long. */
  readonly stop: (patienceMs: number) => Promise<void>;
}

/**
 * Serves a WebSocket API: the handshake by authorizer and `$connect`, messages by the route they name, the end by
 * `$disconnect`.
 */
export function socketGateway(api: SocketApi, limits: SocketLimits = apiGatewayLimits): SocketGateway {
  const connections = new Map<string, Connection>();
  const ending = new Set<Promise<unknown>>();
  const protocols = new WeakMap<IncomingMessage, string>();
  let stopping = false;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: messageLimit, // a larger message closes the connection with 1009, as on AWS
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
    const response = route && (await responseOf(route, connectEvent(request, facts, access.authorizer)));
    if (response !== undefined && 'failure' in response)
      return refuse(response.failure === 'Endpoint request timed out' ? 504 : 502, response.failure);
    if (response !== undefined && (response.status < 200 || response.status > 299))
      return refuse(response.status, response.body ?? STATUS_CODES[response.status] ?? '');
    const protocol = response?.headers['sec-websocket-protocol'];
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
      ended(facts, authorizer, code, reason.toString() || (defaultReasons[code] ?? ''));
    });
  };

  const receive = async (connection: Connection, body: string): Promise<void> => {
    const { facts, authorizer } = connection;
    const route = api.select(body);
    const event = messageEvent(facts, route?.routeKey ?? '$default', body, authorizer);
    const sendMessage = (message: string) =>
      connection.send(
        JSON.stringify({ message, connectionId: facts.connectionId, requestId: event.requestContext.requestId }),
      );
    if (route === undefined) return void sendMessage('Forbidden');
    const response = await responseOf(route, event);
    if ('failure' in response) sendMessage(response.failure);
    else if (route.responds && response.body !== undefined) connection.send(response.body);
  };

  const ended = (facts: ConnectionFacts, authorizer: AuthorizerContext, code: number, reason: string): void => {
    const route: SocketRoute | undefined = api.route('$disconnect');
    if (route === undefined) return;
    const delivered = responseOf(route, disconnectEvent(facts, { code, reason }, authorizer));
    ending.add(delivered);
    void delivered.finally(() => ending.delete(delivered));
  };

  return {
    connections,
    upgrade: async (request, socket, head) => {
      socket.on('error', () => undefined); // the client may go away at any time
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

/** API Gateway's reasons for a close without a reason of the client. */
const defaultReasons: Readonly<Record<number, string>> = {
  1000: 'Connection Closed Normally',
  1005: 'Client-side close frame status not set',
  1006: 'Connection Closed Abnormally',
};

const textOf = (data: RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(new Uint8Array(data)).toString();
