import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { invocation } from '#tests/support/as-deployed.ts';
import { type SocketEvent, socketRoutes } from '#functions/adapters/socket-function.ts';
import { answerMessage } from '#functions/serve-socket/answer-message.ts';
import { closeSocket } from '#functions/serve-socket/close-socket.ts';
import { openSocket } from '#functions/serve-socket/open-socket.ts';
import { signedCursors } from '#shared/cursor.ts';
import type { ServerMessage } from '#shared/subscriptions/sockets/server-message.ts';
import { socketWorld } from '#tests/support/socket-world.ts';

const expiresAt = '2025-01-20T10:00:00.000Z';
const authorizer = { subject: 'analyst', client: 'desk', expiresAt };

function service() {
  const { connections, now, stores } = socketWorld();
  const cursors = signedCursors(() => ['key']);
  const ports = { ...stores, connections, cursors, trigger: async () => undefined, now, newId: v7 };
  const sent: ServerMessage[] = [];
  const reads: unknown[] = [];
  const post = async (_id: string, message: ServerMessage) => {
    sent.push(message);
    return 'sent' as const;
  };
  const handler = socketRoutes({
    $connect: openSocket(connections, now),
    $disconnect: closeSocket(connections),
    $default: answerMessage(ports, { post }, (read) => reads.push(read)),
  });
  const send = async (
    routeKey: string,
    more: Partial<SocketEvent> & { readonly authorizer?: typeof authorizer } = {},
  ) => {
    const { authorizer: context, ...event } = more;
    const requestContext = { connectionId: 'c1', requestId: 'r1', routeKey, ...(context && { authorizer: context }) };
    return handler({ ...event, requestContext }, invocation());
  };
  return { connections, sent, reads, send };
}

describe('the function behind the WebSocket API', () => {
  it('records a connection and agrees on the subprotocol that is offered', async () => {
    const { connections, send } = service();
    const headers = { 'Sec-WebSocket-Protocol': 'chancery' };
    expect(await send('$connect', { authorizer, headers })).toMatchObject({ statusCode: 200, headers });
    expect((await connections.find('c1'))?.connection).toMatchObject({ id: 'c1', subject: 'analyst', expiresAt });
  });

  it('refuses to record a connection that no authorizer has seen', async () => {
    await expect(service().send('$connect')).rejects.toThrow('no authorizer');
  });

  it('answers a message on its connection', async () => {
    const { send, sent } = service();
    await send('$connect', { authorizer });
    expect(await send('$default', { body: JSON.stringify({ action: 'ping' }) })).toEqual({ statusCode: 200 });
    expect(sent).toEqual([expect.objectContaining({ type: 'pong' })]);
  });

  it('logs what a client subscribes to, also where that is refused or fails, and no other message', async () => {
    const { connections, send, reads } = service();
    await send('$connect', { authorizer });
    const say = async (body: unknown) =>
      send('$default', { authorizer, body: typeof body === 'string' ? body : JSON.stringify(body) });
    const others = [
      '',
      '{',
      '[]',
      'null',
      '"subscribe"',
      { action: 'ping', id: '' },
      { action: 'unsubscribe', id: 's' },
    ];
    for (const other of others) await say(other);
    expect(reads).toEqual([]);
    await say({ action: 'subscribe', filter: { dyads: ['BGD-PAK'] } });
    await say({ action: 'subscribe', filter: { dyads: ['BGD-XXX'] } });
    connections.add = async () => Promise.reject(new Error('DynamoDB is away'));
    await expect(say({ action: 'subscribe' })).rejects.toThrow('DynamoDB is away');
    const read = { subject: 'analyst', client: 'desk', route: 'socket', connection: 'c1' };
    expect(reads).toEqual([
      { ...read, message: '{"action":"subscribe","filter":{"dyads":["BGD-PAK"]}}', status: 200 },
      { ...read, message: '{"action":"subscribe","filter":{"dyads":["BGD-XXX"]}}', status: 400 },
      { ...read, message: '{"action":"subscribe"}', status: 500 },
    ]);
  });

  it('forgets a connection that ends', async () => {
    const { connections, send } = service();
    await send('$connect', { authorizer });
    expect(await send('$disconnect')).toEqual({ statusCode: 200 });
    expect(await connections.find('c1')).toBeUndefined();
  });

  it('fails on a route that it does not have', async () => {
    await expect(service().send('subscribe')).rejects.toThrow('No handler has the route subscribe');
  });
});
