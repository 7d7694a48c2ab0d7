import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { close, listen, portOf } from '#infra/local/cloud/loopback.ts';
import { callConnection } from '#infra/local/cloud/sockets/connections-endpoint.ts';
import type { SocketLimits } from '#infra/local/cloud/sockets/socket-connections.ts';
import { socketGateway } from '#infra/local/cloud/sockets/socket-gateway.ts';
import { until } from '#tests/support/until.ts';

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

/** A gateway without routes, and a client of it. */
const connected = async (limits: Partial<SocketLimits> = {}) => {
  const gateway = socketGateway(
    {
      apiId: 'api',
      stage: 'live',
      stageVariables: undefined,
      route: () => undefined,
      select: () => undefined,
      authorize: async () => ({ authorizer: undefined }),
    },
    { idleMs: 60_000, lifetimeMs: 60_000, ...limits },
  );
  const server = createServer();
  server.on('upgrade', (request, socket, head) => void gateway.upgrade(request, socket, head));
  await listen(server, 0);
  const client = new WebSocket(`ws://127.0.0.1:${portOf(server)}/live`);
  ending.push(
    async () => close(server, 0),
    async () => gateway.stop(1000),
  );
  await once(client, 'open');
  return { gateway, client };
};
const closing = async (client: WebSocket) => {
  const [code, reason] = (await once(client, 'close')) as [number, Buffer];
  return [code, reason.toString()];
};

describe('a socket', () => {
  it('is closed when nothing has been said for long', async () => {
    const { client } = await connected({ idleMs: 50 });
    expect(await closing(client)).toEqual([1001, 'Going away']);
  });

  it('is closed when it has lasted for long, whatever is said', async () => {
    const { client } = await connected({ lifetimeMs: 200, idleMs: 150 });
    client.on('message', () => client.send('again'));
    client.send('first');
    expect(await closing(client)).toEqual([1001, 'Going away']);
  });

  it('receives an error for a message without a route', async () => {
    const { client } = await connected();
    client.send('{"action":"unknown"}');
    const [message] = (await once(client, 'message')) as [Buffer];
    expect(JSON.parse(message.toString())).toMatchObject({ message: 'Forbidden', requestId: expect.any(String) });
  });

  it('takes no more while its client does not read, and takes again when it has read', async () => {
    const { client, gateway } = await connected();
    const [id = ''] = gateway.connections.keys();
    const post = () => callConnection('POST', id, Buffer.alloc(128 * 1024, 'x'), gateway.connections);
    client.pause();
    const refused = await until('a full buffer', () => [post()].find(({ status }) => status !== 200), 30);
    expect(refused).toMatchObject({ status: 429, error: 'LimitExceededException' });
    client.resume();
    await until('room again', () => post().status === 200);
  });

  it('is closed when the gateway stops', async () => {
    const { client, gateway } = await connected();
    const closed = closing(client);
    await gateway.stop(1000);
    expect(await closed).toEqual([1001, 'Going away']);
    expect(gateway.connections.size).toBe(0);
  });
});
