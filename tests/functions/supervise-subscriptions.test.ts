import { beforeEach, describe, expect, it } from 'vitest';
import { call } from '#tests/support/service.ts'; // sets the environment of the functions
import { manageSubscriptions } from '#functions/manage-subscriptions/manage-subscriptions.ts';
import { delivered } from '#shared/subscriptions/webhooks/subscription.ts';
import { operations } from '#tests/support/operations.ts';
import { subscribing } from '#tests/support/subscribing.ts';

let client: ReturnType<typeof subscribing>;
beforeEach(() => {
  client = subscribing();
});

const supervision = '/supervision/subscriptions';
const url = 'https://receiver.example/events';
const made = async (subject: string) => String((await client.create({ url }, {}, subject)).body.id);
const list = async (query: Record<string, string> = {}) => client.chancery.get(supervision, query);
const decide = async (owner: string, id: string, state: string) =>
  client.chancery.send({
    method: 'PATCH',
    path: `${supervision}/${owner}/${id}`,
    body: { state },
    subject: 'operator',
  });

describe('an operator', () => {
  it("sees everybody's subscriptions, page by page, and what each was last sent", async () => {
    const first = await made('analyst');
    await made('envoy');
    const before = await client.stored(first);
    await client.chancery.subscriptions.save(
      before,
      delivered(before, { cursor: 7, position: 7 }, '2025-01-20T09:00:00.000Z'),
    );
    const page = await list({ limit: '1' });
    expect(page.body['items']).toMatchObject([
      { owner: 'analyst', client: 'desk-id', url, lastSent: { at: '2025-01-20T09:00:00.000Z', position: 7 } },
    ]);
    const rest = await list({ limit: '1', cursor: String(page.body['next']) });
    expect(rest.body).toMatchObject({ items: [{ owner: 'envoy' }], next: null });
    const described = operations[`GET ${supervision}`]?.responses[200]?.content?.['application/json'];
    expect(described?.safeParse(page.body).error?.issues ?? []).toEqual([]);
    expect((await list({ limit: '101' })).status).toBe(400);
  });

  it('pauses one, which its owner may resume', async () => {
    const id = await made('analyst');
    expect((await decide('analyst', id, 'paused')).statusCode).toBe(200);
    expect(await client.stored(id)).toMatchObject({ state: 'paused', reason: 'Paused by an operator' });
    expect((await client.change(id, { state: 'active' })).body).toMatchObject({ state: 'active' });
  });

  it('stops one, which nobody else can resume until it is released', async () => {
    const id = await made('analyst');
    await decide('analyst', id, 'stopped');
    const { status, body } = await client.change(id, { state: 'active' });
    expect([status, body]).toMatchObject([403, { detail: expect.stringContaining('operator has stopped') as string }]);
    expect((await client.change(id, { state: 'paused' })).status).toBe(403);
    expect((await client.replay(id, { from: 'beginning' })).status).toBe(200);
    expect((await list()).body['items']).toMatchObject([{ state: 'disabled', reason: 'Stopped by an operator' }]);
    expect((await client.change(id, { state: 'active' })).status).toBe(403);
    await decide('analyst', id, 'released');
    expect((await client.change(id, { state: 'active' })).body).toMatchObject({ state: 'active' });
  });

  it('stops one, whose receiver its owner cannot ping either', async () => {
    const id = await made('analyst');
    const posted: string[] = [];
    const ping = client.ping(async ({ url: receiver }) => {
      posted.push(receiver);
      return { status: 200, body: '' };
    });
    expect((await ping(id)).body).toEqual({ delivered: true });
    await decide('analyst', id, 'stopped');
    expect((await ping(id)).body).toMatchObject({
      delivered: false,
      error: expect.stringContaining('operator has stopped') as string,
    });
    expect(posted).toEqual([url]);
  });

  it('is told what there is not, and what cannot be decided', async () => {
    expect((await decide('analyst', 'nothing', 'paused')).statusCode).toBe(404);
    expect((await decide('analyst', await made('analyst'), 'deleted')).statusCode).toBe(400);
  });
});

describe('a URL whose host is not allowed', () => {
  it('is refused with the field, and what is allowed, also for a ping', async () => {
    const manage = manageSubscriptions({ ...client.chancery.subscribing, hosts: ['hooks.example.org'] });
    const asked = { method: 'POST', path: '/subscriptions', body: { url }, subject: 'analyst' };
    expect(await call(manage, asked)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/url', detail: 'expected a host of hooks.example.org, got receiver.example' }] },
    });
    const id = await made('analyst');
    const pinged = await call(manage, { method: 'POST', path: `/subscriptions/${id}/ping`, subject: 'analyst' });
    expect(pinged.body).toMatchObject({
      delivered: false,
      error: expect.stringContaining('hooks.example.org') as string,
    });
  });
});
