import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { startCloudInMemory } from '#tests/support/cloud-in-memory.ts';
import { until } from '#tests/support/until.ts';
import { synthesizeStack } from '#tests/support/synthesize-stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'socket-stack-'));
const notes = join(folder, 'notes.jsonl');

const assembly = synthesizeStack('tiny-socket-functions.mjs', ({ stack, fn }) => {
  const environment = { NOTES: notes };
  const to = (handler: string) => new WebSocketLambdaIntegration(handler, fn(handler, { environment }));
  const authorizer = new WebSocketLambdaAuthorizer('Authorizer', fn('authorize', { environment }), {
    identitySource: [],
  });
  const api = new WebSocketApi(stack, 'Sockets', {
    connectRouteOptions: { integration: to('connect'), authorizer },
    disconnectRouteOptions: { integration: to('disconnect') },
    defaultRouteOptions: { integration: to('echo'), returnResponse: true },
  });
  const stage = new WebSocketStage(stack, 'Live', { webSocketApi: api, stageName: 'live', autoDeploy: true });
  const push = fn('push', { environment: { CALLBACK_URL: stage.callbackUrl } });
  api.addRoute('push', { integration: new WebSocketLambdaIntegration('push', push) });
  api.grantManageConnections(push);
});

let cloud: LocalCloud;
let management: ApiGatewayManagementApiClient;
beforeAll(async () => {
  cloud = await startCloudInMemory({ assembly });
  management = new ApiGatewayManagementApiClient({
    endpoint: `${cloud.endpoints['AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI']}/live`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
beforeEach(() => writeFileSync(notes, ''));
const opened: WebSocket[] = [];
afterEach(() => opened.splice(0).forEach((socket) => socket.terminate()));
afterAll(async () => {
  management.destroy();
  await cloud.stop();
  await Promise.all([folder, dirname(assembly)].map(async (path) => rm(path, { recursive: true })));
});

interface Context {
  readonly eventType: string;
  readonly routeKey: string;
  readonly connectionId: string;
  readonly [name: string]: unknown;
}
interface Noted {
  readonly type?: string;
  readonly requestContext: Context;
  readonly [name: string]: unknown;
}
const noted = () =>
  readFileSync(notes, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Noted);
const eventOf = async (eventType: string, id?: string) =>
  until(`the event ${eventType}`, () =>
    noted().find(
      ({ type, requestContext }) =>
        type === undefined &&
        requestContext.eventType === eventType &&
        (id === undefined || requestContext.connectionId === id),
    ),
  );

const connect = (query: string, protocols: string[] = []) => {
  const socket = new WebSocket(`${cloud.socketUrl}${query}`, protocols);
  socket.on('error', () => undefined); // what a refused handshake ends with
  opened.push(socket);
  return socket;
};
const connected = async (query = '?as=alice', protocols: string[] = []) => {
  const socket = connect(query, protocols);
  await once(socket, 'open');
  return socket;
};
const next = async (socket: WebSocket) => String((await once(socket, 'message'))[0]);
const refusal = async (query: string) => {
  const socket = connect(query);
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
  socket.on('open', () => resolve(101));
  return promise;
};
const closing = async (socket: WebSocket) => {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return [code, reason.toString()];
};

describe('the handshake of a socket', () => {
  it('calls the authorizer, passes its context to $connect, and agrees on the protocol that $connect chooses', async () => {
    const socket = await connected('?as=alice&x=1&x=2', ['chancery', 'other']);
    expect(socket.protocol).toBe('chancery');
    const [authorized, connecting] = noted();
    expect(authorized).toMatchObject({
      type: 'REQUEST',
      methodArn: expect.stringMatching(/^arn:aws:execute-api:eu-west-1:000000000000:\w+\/live\/\$connect$/),
      headers: { 'Sec-WebSocket-Protocol': 'chancery,other' },
      queryStringParameters: { as: 'alice', x: '2' },
      multiValueQueryStringParameters: { as: ['alice'], x: ['1', '2'] },
    });
    expect(connecting).toMatchObject({
      headers: { 'Sec-WebSocket-Version': '13' },
      isBase64Encoded: false,
      requestContext: {
        routeKey: '$connect',
        eventType: 'CONNECT',
        connectionId: authorized?.requestContext.connectionId,
        authorizer: { principalId: 'alice', name: 'alice', level: '7', guest: 'false' },
        domainName: new URL(cloud.url).host,
        stage: 'live',
        apiId: expect.any(String),
        connectedAt: expect.any(Number),
        requestTimeEpoch: expect.any(Number),
        messageDirection: 'IN',
        identity: { sourceIp: '127.0.0.1' },
      },
    });
    expect(connecting).not.toHaveProperty('body');
  });

  it.each([
    ['the authorizer does not know', '', 401],
    ['the authorizer denies', '?as=stranger', 403],
    ['$connect responds with another status', '?as=alice&wish=full', 429],
    ['$connect fails', '?as=alice&wish=fail', 502],
    ['another path', '/elsewhere?as=alice', 403],
  ])('is refused when %s', async (_name, query, status) => {
    expect(await refusal(query)).toBe(status);
  });
});

describe('a message on a socket', () => {
  it('goes to the route it names, or to $default; the response comes back where the route has a response', async () => {
    const socket = await connected();
    socket.send('{"action":"unknown"}');
    expect(await next(socket)).toBe('echo {"action":"unknown"}');
    socket.send('{"action":"push","text":"pushed"}');
    expect(await next(socket)).toBe('pushed');
    socket.send('no JSON');
    expect(await next(socket)).toBe('echo no JSON');
    expect(await eventOf('MESSAGE')).toEqual({
      body: '{"action":"unknown"}',
      isBase64Encoded: false,
      requestContext: expect.objectContaining({
        routeKey: '$default',
        messageId: expect.any(String),
        authorizer: expect.objectContaining({ principalId: 'alice' }),
      }),
    });
  });

  it('gets an error of the gateway when the function fails', async () => {
    const socket = await connected();
    socket.send('fail');
    const reply: unknown = JSON.parse(await next(socket));
    const { connectionId } = (await eventOf('CONNECT')).requestContext;
    expect(reply).toEqual({ message: 'Internal server error', connectionId, requestId: expect.any(String) });
  });

  it.each([
    ['more than 128 KB', 'x'.repeat(128 * 1024 + 1), 1009],
    ['bytes', Buffer.from([1]), 1003],
  ])('closes it when it has %s', async (_name, message, code) => {
    const socket = await connected();
    const closed = closing(socket);
    socket.send(message);
    expect(await closed).toEqual([code, expect.any(String)]);
  });
});

describe('the management API', () => {
  const idOf = async () => (await eventOf('CONNECT')).requestContext.connectionId;

  it('sends to a connection, tells about it and ends it', async () => {
    const socket = await connected();
    const ConnectionId = await idOf();
    const message = next(socket);
    await management.send(new PostToConnectionCommand({ ConnectionId, Data: 'é'.repeat(64 * 1024) }));
    expect((await message).length).toBe(64 * 1024);
    const { ConnectedAt, LastActiveAt, Identity } = await management.send(new GetConnectionCommand({ ConnectionId }));
    expect(Identity?.SourceIp).toBe('127.0.0.1');
    expect(Number(LastActiveAt)).toBeGreaterThanOrEqual(Number(ConnectedAt));
    const closed = closing(socket);
    await management.send(new DeleteConnectionCommand({ ConnectionId }));
    expect(await closed).toEqual([1000, 'Connection Closed Normally']);
    await eventOf('DISCONNECT', ConnectionId);
  });

  it('takes 128 KB and no more', async () => {
    await connected();
    const ConnectionId = await idOf();
    const Data = 'x'.repeat(128 * 1024 + 1);
    await expect(management.send(new PostToConnectionCommand({ ConnectionId, Data }))).rejects.toMatchObject({
      name: 'PayloadTooLargeException',
      $metadata: { httpStatusCode: 413 },
    });
  });

  it('says that a connection is gone', async () => {
    const socket = await connected();
    const ConnectionId = await idOf();
    socket.close(4000, 'enough');
    const { requestContext } = await eventOf('DISCONNECT', ConnectionId);
    expect(requestContext).toMatchObject({
      routeKey: '$disconnect',
      connectionId: ConnectionId,
      disconnectStatusCode: 4000,
      disconnectReason: 'enough',
      authorizer: { principalId: 'alice' },
    });
    const gone = { name: 'GoneException', $metadata: { httpStatusCode: 410 } };
    const post = management.send(new PostToConnectionCommand({ ConnectionId, Data: 'x' }));
    await expect(post).rejects.toMatchObject(gone);
    await expect(management.send(new GetConnectionCommand({ ConnectionId }))).rejects.toMatchObject(gone);
    await expect(management.send(new DeleteConnectionCommand({ ConnectionId }))).rejects.toMatchObject(gone);
  });
});
