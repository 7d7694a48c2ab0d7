import { once as onceOf } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { PostToConnectionCommand } from '@aws-sdk/client-apigatewaymanagementapi';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListEventBusesCommand } from '@aws-sdk/client-eventbridge';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { secretsManagerClient } from '#shared/aws-secret-keys.ts';
import { eventBridgeClient } from '#shared/subscriptions/event-bus/eventbridge-bus.ts';
import { s3NotedHeads } from '#shared/verification/s3-noted-heads.ts';
import { connectionsClient } from '#shared/subscriptions/sockets/api-gateway-sockets.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';

/** A server that takes requests and never responds; emits `asked` when the first bytes of one are there. */
let silent: Server;
let endpoint: string;

beforeAll(async () => {
  silent = createServer((socket) => {
    socket.once('data', () => silent.emit('asked'));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_MAX_ATTEMPTS: '1',
  });
});

afterAll(() => {
  for (const name of [
    'AWS_ENDPOINT_URL',
    'AWS_REGION',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_MAX_ATTEMPTS',
  ])
    delete process.env[name];
  silent.close();
});

/** Makes each call of a client once: the SDK's repetitions are its own matter. */
const once = <Client extends { readonly config: object }>(client: Client): Client => {
  const none = async () => Promise.reject(new Error('It is not repeated'));
  const strategy = {
    acquireInitialRetryToken: async () => ({}),
    refreshRetryTokenForRetry: none,
    recordSuccess: () => undefined,
  };
  Object.assign(client.config, { retryStrategy: async () => strategy });
  return client;
};

describe('a call to a server that never responds', () => {
  // the time of the SDK's limits is virtual, its connections are not
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['DynamoDB', async () => once(dynamoDBClient()).send(new ListTablesCommand({}))],
    ['EventBridge', async () => once(eventBridgeClient()).send(new ListEventBusesCommand({}))],
    ['SQS', async () => once(sqsClient()).send(new ListQueuesCommand({}))],
    ['Secrets Manager', async () => once(secretsManagerClient()).send(new GetSecretValueCommand({ SecretId: 'a' }))],
    ['S3', async () => s3NotedHeads('heads')({ position: 1, hash: 'hash' }, new Date())],
    [
      'API Gateway',
      async () => once(connectionsClient(endpoint)).send(new PostToConnectionCommand({ ConnectionId: 'a', Data: 'b' })),
    ],
  ] as const)('is given up after five seconds: %s', async (_, call) => {
    const asked = onceOf(silent, 'asked');
    let outcome: unknown = 'waiting';
    const called = call().then(
      () => (outcome = 'answered'),
      (error: unknown) => (outcome = error),
    );
    await asked;
    await vi.advanceTimersByTimeAsync(4900);
    expect(outcome).toBe('waiting');
    await vi.advanceTimersByTimeAsync(200);
    expect(await called).toMatchObject({ name: 'TimeoutError' });
  });
});
