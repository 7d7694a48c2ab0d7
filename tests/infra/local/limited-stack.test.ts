import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { startCloudInMemory } from '#tests/support/cloud-in-memory.ts';
import { synthesizeTinyStack } from '#tests/support/tiny-stack.ts';
import { until } from '#tests/support/until.ts';

const assembly = synthesizeTinyStack();
const limit = 2;
let cloud: LocalCloud;
let headers: Record<string, string>;
beforeAll(async () => {
  cloud = await startCloudInMemory({ assembly, shards: 4, concurrency: limit });
  headers = { authorization: `Bearer ${await cloud.token()}`, 'content-type': 'application/json' };
});
afterAll(async () => {
  await cloud.stop();
  await rm(dirname(assembly), { recursive: true });
});

const write = async (id: string) => {
  const response = await fetch(`${cloud.url}/notes`, { method: 'POST', headers, body: JSON.stringify({ id }) });
  return { status: response.status, body: (await response.json()) as { message?: string; detail?: string } };
};
const isEchoed = async (id: string) => (await fetch(`${cloud.url}/echoes/${id}`, { headers })).status === 200;

describe('a stack in an account with few executions', () => {
  it('turns away requests beyond them with 503, and loses none of what it took', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `note-${index}`);
    const replies = await Promise.all(ids.map(async (id) => ({ id, ...(await write(id)) })));
    const taken = replies.filter(({ status }) => status === 201);
    const away = replies.filter(({ status }) => status === 503);
    expect(taken.length + away.length).toBe(ids.length);
    expect(Math.min(taken.length, away.length)).toBeGreaterThan(0);
    expect(away[0]?.body).toMatchObject({
      message: 'Service Unavailable',
      detail: expect.stringContaining('throttled'),
    });

    for (const { id } of away) await until(`room for ${id}`, async () => (await write(id)).status === 201);
    for (const id of ids) await until(`the echo of ${id}`, async () => isEchoed(id));
  });
});
