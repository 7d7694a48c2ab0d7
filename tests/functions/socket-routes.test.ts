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
  const post = async (_id: string, message: ServerMessage) => {
    sent.push(message);
    return 'sent' as const;
  };
  const handler = socketRoutes({
    $connect: openSocket(connections, now),
    $disconnect: closeSocket(connections),
    $default: answerMessage(ports, { post }),
  });
  const send = async (
    routeKey: string,
    more: Partial<SocketEvent> & { readonly authorizer?: typeof authorizer } = {},
  ) => {
    const { authorizer: context, ...event } = more;
    const requestContext = { connectionId: 'c1', requestId: 'r1', routeKey, ...(context && { authorizer: context }) };
    return handler({ ...event, requestContext }, invocation());
  };
  return { connections, sent, send };
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
