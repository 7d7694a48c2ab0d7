import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PublishedEntry } from '#infra/local/cloud/eventbridge/event-bus.ts';
import { payloadLimits } from '#infra/local/cloud/lambda/payload-limits.ts';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { startCloudInMemory } from '#tests/support/cloud-in-memory.ts';
import { synthesizeTinyStack } from '#tests/support/tiny-stack.ts';

const assembly = synthesizeTinyStack();
let cloud: LocalCloud;
let headers: Record<string, string>;
beforeAll(async () => {
  cloud = await startCloudInMemory({ assembly });
  headers = { authorization: `Bearer ${await cloud.token()}`, 'content-type': 'application/json' };
});
afterAll(async () => {
  await cloud.stop();
  await rm(dirname(assembly), { recursive: true });
});

const echo = async (id: string): Promise<Response> => {
  return vi.waitFor(
    async () => {
      const response = await fetch(`${cloud.url}/echoes/${id}`, { headers });
      expect(response.status).toBe(200);
      return response;
    },
    { timeout: 10_000, interval: 20 },
  );
};
const write = async (id: string) =>
  fetch(`${cloud.url}/notes`, { method: 'POST', headers, body: JSON.stringify({ id }) });
const queueMessages = async () => {
  const response = await fetch(String(cloud.endpoints['AWS_ENDPOINT_URL_SQS']), {
    method: 'POST',
    headers: { 'x-amz-target': 'AmazonSQS.ReceiveMessage' },
    body: JSON.stringify({ QueueUrl: `${cloud.url}/000000000000/tiny-failures`, WaitTimeSeconds: 10 }),
  });
  return (await response.json()) as { Messages: { Body: string }[] };
};

describe('a stack in the local cloud', () => {
  it('carries a note from the HTTP API through table, stream, bus and rule to its echo', async () => {
    const published: PublishedEntry[] = [];
    const unsubscribe = cloud.onPublished((entry) => published.push(entry));
    const written = await write('first');
    expect([written.status, written.headers.get('location'), written.headers.getSetCookie()]).toEqual([
      201,
      '/echoes/first',
      ['seen=1'],
    ]);
    const envelope = await (await echo('first')).json();
    unsubscribe();

    expect(envelope).toEqual({
      version: '0',
      id: expect.any(String),
      'detail-type': 'NoteWritten',
      source: 'tiny',
      account: '000000000000',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'eu-west-1',
      resources: [],
      detail: { id: 'first', eventName: 'INSERT' },
    });
    expect(published).toMatchObject([{ source: 'tiny', detailType: 'NoteWritten', detail: { id: 'first' } }]);
  });

  it('sets a record that keeps failing aside in the failure queue and goes on', async () => {
    await write('poisoned');
    await write('after');
    await echo('after');
    const [message] = (await queueMessages()).Messages;
    expect(JSON.parse(message?.Body ?? '{}')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      responseContext: { functionError: 'Unhandled' },
      DDBStreamBatchInfo: { batchSize: 1, streamArn: expect.stringContaining('/stream/') },
    });
  });

  it('fires schedule rules with the input of the rule', async () => {
    await cloud.runSchedules();
    expect(await (await echo('schedule')).json()).toEqual({ detail: { id: 'schedule' } });
  });

  it('shows a function its request as API Gateway does, and its own environment alone', async () => {
    const response = await fetch(`${cloud.url}/show/a%2Fb/c?x=1&x=2&y=c%20d`, {
      method: 'POST',
      headers: { cookie: 'a=1; b=2', 'X-Mixed': 'Case', 'content-type': 'application/octet-stream' },
      body: 'bytes',
    });
    const { event, environment, context } = (await response.json()) as Record<string, Record<string, unknown>>;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /show/{proxy+}',
      rawPath: '/show/a/b/c',
      rawQueryString: 'x=1&x=2&y=c%20d',
      queryStringParameters: { x: '1,2', y: 'c d' },
      pathParameters: { proxy: 'a/b/c' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-mixed': 'Case' },
      body: Buffer.from('bytes').toString('base64'),
      isBase64Encoded: true,
      requestContext: { http: { method: 'POST', path: '/show/a/b/c', sourceIp: '127.0.0.1' }, stage: '$default' },
    });
    expect(environment).toMatchObject({
      AWS_REGION: 'eu-west-1',
      NOTES_TABLE: cloud.tableName('Notes'),
      ...cloud.endpoints,
    });
    expect(environment).not.toHaveProperty('NODE_OPTIONS');
    expect(environment).not.toHaveProperty('HOME');
    expect(context).toMatchObject({ memoryLimitInMB: '128', awsRequestId: expect.any(String) });
    expect(context?.['remaining']).toBeGreaterThan(4000);
  });

  it.each([
    ['a function that fails', '/fail/x', 500, 'Internal Server Error'],
    ['a function that blocks', '/spin/x', 503, 'Service Unavailable'],
    ['a function that exceeds the timeout of its integration', '/slow/x', 503, 'Service Unavailable'],
    ['a path without a route', '/nowhere', 404, 'Not Found'],
  ])('responds for %s', async (_name, path, status, message) => {
    const response = await fetch(cloud.url + path);
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ status, message })]);
  });

  it('passes a function at most six megabytes, and as much back', async () => {
    const sent = async (bytes: number) => {
      const response = await fetch(`${cloud.url}/sum/x`, { method: 'POST', body: 'x'.repeat(bytes) });
      return [response.status, Number(response.headers.get('content-length')) > 1000];
    };
    const overhead = 4096; // of the event around the body, at most
    expect(await sent(payloadLimits.event - overhead)).toEqual([200, true]);
    expect(await sent(payloadLimits.event + 1)).toEqual([413, false]);
    const large = async (bytes: number) => (await fetch(`${cloud.url}/large/${bytes}`)).status;
    expect([await large(payloadLimits.result), await large(payloadLimits.result + 1)]).toEqual([200, 500]);
  });

  it('takes ten megabytes and no more', async () => {
    const response = await fetch(`${cloud.url}/notes`, {
      method: 'POST',
      headers,
      body: 'x'.repeat(10 * 1024 * 1024 + 1),
    });
    expect([response.status, await response.json()]).toEqual([
      413,
      expect.objectContaining({ type: 'urn:chancery:problem:payload-too-large' }),
    ]);
  });

  it('lets nobody pass without the scope of the route', async () => {
    const reader = { ...headers, authorization: `Bearer ${await cloud.token({ scope: 'tiny/read' })}` };
    const statuses = [{}, reader].map(
      async (given) => (await fetch(`${cloud.url}/notes`, { method: 'POST', headers: given, body: '{}' })).status,
    );
    expect(await Promise.all(statuses)).toEqual([401, 403]);
  });
});
