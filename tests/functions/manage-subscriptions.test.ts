import { beforeEach, describe, expect, it } from 'vitest';
import { operations } from '#tests/support/operations.ts';
import { announcerName } from '#shared/read-models/changes/announced-phases.ts';
import { maxSubscriptions } from '#shared/subscriptions/filter/too-many-subscriptions.ts';
import { meeting } from '#tests/support/events.ts';
import { subscribing } from '#tests/support/subscribing.ts';
import type { Reply } from '#tests/support/service.ts';

let client: ReturnType<typeof subscribing>;
const url = 'https://receiver.example/events';
const filter = { parties: { all: ['BGD', 'PAK'] }, modality: ['held'] };

/** So many meetings of Bangladesh and Pakistan, in the feed and matched. */
async function meet(count = 1): Promise<void> {
  for (let index = 0; index < count; index += 1) await client.chancery.post('relation/BGD-PAK', meeting());
  await client.chancery.catchUp();
}

beforeEach(async () => {
  client = subscribing();
  await meet(3);
});

const problem = (name: string) => ({ body: { type: `urn:chancery:problem:${name}` } });
const described = (route: string, status: number, { body }: Reply) =>
  operations[route]?.responses[status]?.content?.['application/json']?.safeParse(body).error?.issues ?? [];

describe('POST /subscriptions', () => {
  it('makes a subscription, shows its secret this once, and wakes its delivery', async () => {
    const answer = await client.create({ url, filter, description: 'press room', from: 'beginning' });
    expect(answer).toMatchObject({
      status: 201,
      headers: { Location: `/subscriptions/${String(answer.body.id)}`, 'Cache-Control': 'no-store' },
      body: { url, filter, description: 'press room', state: 'active', lag: { events: 3 }, failures: 0 },
    });
    expect(described('POST /subscriptions', 201, answer)).toEqual([]);
    const { secrets } = await client.stored(answer.body.id);
    expect(secrets.map((secret) => client.sealing.open(String(answer.body.id), secret))).toEqual([answer.body.secret]);
    expect(JSON.stringify(await client.stored(answer.body.id))).not.toContain(String(answer.body.secret));
    const read = await client.read(answer.body.id);
    expect(read.body).not.toHaveProperty('secret');
    expect(described('GET /subscriptions/{subscriptionId}', 200, read)).toEqual([]);
    expect(client.triggered).toEqual([{ owner: 'analyst', id: answer.body.id }]);
  });

  it('begins now unless it is told otherwise: at the beginning, or after a cursor of the feed', async () => {
    const page = await client.chancery.feed({ limit: '2' });
    for (const [from, cursor] of [
      [undefined, 3],
      ['now', 3],
      ['beginning', 0],
      [{ after: page.body.next }, 2],
    ] as const) {
      const { body } = await client.create({ url, from });
      expect((await client.stored(body.id)).cursor).toBe(cursor);
    }
  });

  it('begins, of changes of phase, where the announcer is: what follows from what is recorded is not lost', async () => {
    await client.chancery.stores.checkpoints.move(announcerName, 3, 2);
    const { body } = await client.create({ url, filter: { kinds: ['phase'] } });
    expect((await client.stored(body.id)).cursor).toBe(2);
    await client.replay(body.id, { from: 'now' });
    expect((await client.stored(body.id)).cursor).toBe(2);
  });

  it('is safe to repeat with an Idempotency-Key, for a day, and the secret is the same', async () => {
    const headers = { 'idempotency-key': 'my-key' };
    const first = await client.create({ url, filter }, headers);
    const again = await client.create({ url, filter }, headers);
    expect([again.status, again.body.id, again.body.secret]).toEqual([201, first.body.id, first.body.secret]);
    expect(await client.create({ url }, headers)).toMatchObject({ status: 422, ...problem('idempotency-key-reused') });
    expect((await client.create({ url, filter }, headers, 'somebody else')).body.id).not.toBe(first.body.id);
    client.clock.ms += 25 * 3600_000;
    expect(await client.create({ url, filter }, headers)).toMatchObject({ status: 422 });
  });

  it.each([
    [{ url: 'http://receiver.example' }, '/url', 'expected https'],
    [{ url: 'https://10.0.0.1/' }, '/url', 'expected a public host: 10.0.0.1 is not a public address'],
    [{ url: 'https://me:secret@receiver.example' }, '/url', 'expected a URL without user name and password'],
    [{}, '/url', undefined],
    [{ url, filter: { parties: { any: ['atlantis'] } } }, '/filter/parties/any/0', undefined],
    [{ url, filter: { party: 'BGD' } }, '/filter/party', 'Unknown field'],
    [{ url, from: 'yesterday' }, '/from', 'expected "beginning", "now" or {"after": "<cursor>"}'],
    [{ url, secret: 'mine' }, '/secret', 'Unknown field'],
  ])('names the field that is wrong: %j', async (body, pointer, detail) => {
    const answer = await client.create(body);
    expect(answer).toMatchObject({ status: 400, ...problem('invalid-request') });
    expect(answer.body.errors).toMatchObject([{ pointer, ...(detail !== undefined && { detail }) }]);
  });

  it('refuses a cursor that is none of ours, and one subscription too many', async () => {
    expect(await client.create({ url, from: { after: '7' } })).toMatchObject({
      status: 400,
      ...problem('invalid-cursor'),
    });
    for (let count = 0; count < maxSubscriptions; count += 1) await client.create({ url });
    expect(await client.create({ url })).toMatchObject({ status: 409, ...problem('too-many-subscriptions') });
    expect((await client.create({ url }, {}, 'somebody else')).status).toBe(201);
  });

  it('takes as many of those that come at the same time as are allowed', async () => {
    const made = await Promise.all(Array.from({ length: maxSubscriptions + 20 }, async () => client.create({ url })));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(maxSubscriptions);
    expect(made.filter(({ status }) => status === 409)).toHaveLength(20);
  });
});

describe('a subscription', () => {
  let id: unknown;
  beforeEach(async () => {
    ({
      body: { id },
    } = await client.create({ url, filter }));
    const made = await client.stored(id);
    const { dueAt: _dueAt, ...rested } = { ...made, catchingUp: false };
    await client.chancery.subscriptions.save(made, rested);
    client.triggered.length = 0;
  });

  it('is seen by its owner alone', async () => {
    for (const act of [client.read, client.remove, client.rotate])
      expect(await act(id, undefined, 'somebody else')).toMatchObject({ status: 404, ...problem('not-found') });
    expect((await client.change(id, { state: 'paused' }, 'somebody else')).status).toBe(404);
    expect((await client.replay(id, { from: 'now' }, 'somebody else')).status).toBe(404);
    expect((await client.list('somebody else')).body).toEqual({ items: [], next: null });
    expect((await client.read('no-such-id')).status).toBe(404);
    const listed = await client.list();
    expect(listed.body.items).toMatchObject([{ id, state: 'active' }]);
    expect(described('GET /subscriptions', 200, listed)).toEqual([]);
  });

  it('tells how far it is behind, in events and in seconds', async () => {
    expect((await client.read(id)).body).toMatchObject({ lag: { events: 0, seconds: 0 } });
    await meet(2);
    client.clock.ms = Date.now() + 90_000;
    const { body } = await client.read(id);
    expect(body).toMatchObject({ lag: { events: 2 } });
    expect((body.lag as { seconds: number }).seconds).toBeGreaterThan(89);
  });

  it('has come as far as the matcher when nothing concerns it, and so hears nothing old by a wider filter', async () => {
    await client.change(id, { filter: { parties: { any: ['IND'] } } });
    const made = await client.stored(id);
    const { dueAt: _dueAt, ...rested } = { ...made, catchingUp: false };
    await client.chancery.subscriptions.save(made, rested);
    await meet(4);
    const { next } = (await client.chancery.feed()).body;
    expect((await client.read(id)).body).toMatchObject({ cursor: next, lag: { events: 0 } });
    expect((await client.change(id, { filter: {} })).body).toMatchObject({ cursor: next, filter: {} });
    expect(await client.stored(id)).toMatchObject({ cursor: 7, catchingUp: true });
    expect(client.triggered).toContainEqual({ owner: 'analyst', id });
  });

  it('is paused and resumed where it stood', async () => {
    const paused = await client.change(id, { state: 'paused' });
    expect(paused).toMatchObject({ status: 200, body: { state: 'paused', lag: { events: 0 } } });
    await meet(2);
    expect((await client.read(id)).body).toMatchObject({ state: 'paused', lag: { events: 2 } });
    expect(client.triggered).toEqual([]);
    expect((await client.change(id, { state: 'active' })).body).toMatchObject({ state: 'active', lag: { events: 2 } });
    expect(await client.stored(id)).toMatchObject({ cursor: 3, catchingUp: true });
    expect(client.triggered).toHaveLength(1);
  });

  it('takes another URL and description, and nothing that is not one of its settings', async () => {
    const { body } = await client.change(id, { url: `${url}/2`, description: 'archive' });
    expect(body).toMatchObject({ url: `${url}/2`, description: 'archive', filter });
    for (const [changes, pointer] of [
      [{ url: 'http://receiver.example' }, '/url'],
      [{ state: 'suspended' }, '/state'],
      [{ url, secret: 'mine' }, '/secret'],
      [{ filter: { kinds: ['phase'] } }, '/filter/kinds'],
      [{}, ''],
    ] as const)
      expect(await client.change(id, changes)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it('is replayed from wherever its owner says', async () => {
    const { body } = await client.replay(id, { from: 'beginning' });
    expect(body).toMatchObject({ lag: { events: 3 } });
    expect(await client.stored(id)).toMatchObject({ cursor: 0, catchingUp: true });
    expect(client.triggered).toHaveLength(1);
    await client.change(id, { state: 'paused' });
    await client.replay(id, { from: 'now' });
    expect(await client.stored(id)).toMatchObject({ cursor: 3, state: 'paused' });
    expect(await client.stored(id)).not.toHaveProperty('dueAt');
  });

  it('is read once to be replayed, or to get another secret', async () => {
    const { subscriptions } = client.chancery;
    const get = subscriptions.get.bind(subscriptions);
    let reads = 0;
    subscriptions.get = async (key) => {
      reads += 1;
      return get(key);
    };
    expect((await client.replay(id, { from: 'now' })).status).toBe(200);
    expect(reads).toBe(1);
    expect((await client.rotate(id)).status).toBe(200);
    expect(reads).toBe(2);
  });

  it('gets another secret, which is shown this once', async () => {
    const { body, headers } = await client.rotate(id);
    expect(body.secret).toMatch(/^whsec_/);
    expect(headers['Cache-Control']).toBe('no-store');
    expect((await client.stored(id)).secrets).toHaveLength(2);
    expect((await client.read(id)).body).not.toHaveProperty('secret');
  });

  it('is ended', async () => {
    expect((await client.remove(id)).status).toBe(204);
    expect((await client.read(id)).status).toBe(404);
    expect((await client.remove(id)).status).toBe(404);
  });

  it('is pinged whatever its state, without effect on it', async () => {
    await client.change(id, { state: 'paused' });
    const before = await client.stored(id);
    const bodies: string[] = [];
    const ping = client.ping(async (_to, { body }) => (bodies.push(body), { status: 204, body: '' }));
    expect((await ping(id)).body).toEqual({ delivered: true });
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ type: 'chancery.ping', subject: id });
    const failing = client.ping(async () => ({ status: 500, body: 'no' }));
    const failed = await failing(id);
    expect(failed.body).toEqual({ delivered: false, error: 'The receiver answered 500: no' });
    expect(described('POST /subscriptions/{subscriptionId}/ping', 200, failed)).toEqual([]);
    expect(await client.stored(id)).toEqual(before);
    expect((await ping('no-such-id')).status).toBe(404);
  });
});
