import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { PostToConnectionCommand } from '@aws-sdk/client-apigatewaymanagementapi';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListEventBusesCommand } from '@aws-sdk/client-eventbridge';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { eventBridgeClient } from '#shared/subscriptions/event-bus/eventbridge-bus.ts';
import { connectionsClient } from '#shared/subscriptions/sockets/api-gateway-sockets.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';

/** A server that takes connections and never responds. */
let silent: Server;
let endpoint: string;

beforeAll(async () => {
  silent = createServer(() => undefined);
  await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
});

afterAll(() => {
  for (const name of ['AWS_ENDPOINT_URL', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])
    delete process.env[name];
  silent.close();
});

/** One call without the SDK's own repetitions. */
const once = async (call: () => Promise<unknown>) => {
  process.env.AWS_MAX_ATTEMPTS = '1';
  return call().finally(() => delete process.env.AWS_MAX_ATTEMPTS);
};

describe.concurrent('a call to a server that never responds', () => {
  it.each([
    ['DynamoDB', async () => Object.assign(dynamoDBClient(), {}).send(new ListTablesCommand({}))],
    ['EventBridge', async () => eventBridgeClient().send(new ListEventBusesCommand({}))],
    ['SQS', async () => sqsClient().send(new ListQueuesCommand({}))],
    [
      'API Gateway',
      async () => connectionsClient(endpoint).send(new PostToConnectionCommand({ ConnectionId: 'a', Data: 'b' })),
    ],
  ] as const)('is given up: %s', { timeout: 60_000 }, async (_, call) => {
    await expect(once(call)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
