import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Receiver, startReceiver } from '#tests/support/receiver.ts';
import { until } from '#tests/support/until.ts';
import { aProblem } from '#tests/support/a-problem.ts';
import { type Appended, useCloud } from '#tests/support/cloud.ts';
import { clientOf } from '#tests/support/client.ts';
import { runDocumented } from '#tests/support/documented-script.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { api, cloud } = useCloud();

interface Shown {
  readonly id: string;
  readonly secret: string;
  readonly state: string;
  readonly lag: { readonly events: number };
  readonly lastError?: string;
}

let receiver: Receiver;
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  receiver.received.length = 0;
});
afterAll(async () => receiver.stop());

/** A subscription that ends with its test. */
async function subscribe(body: Record<string, unknown>): Promise<Shown> {
  const { status, body: shown } = await api.post<Shown>('/subscriptions', { url: receiver.url, ...body });
  if (status !== 201) throw new Error(`Not subscribed: ${JSON.stringify(shown)}`);
  ends.push(async () => api.send(`/subscriptions/${shown.id}`, { method: 'DELETE' }));
  return shown;
}

const read = async (id: string) => (await api.get<Shown>(`/subscriptions/${id}`)).body;
const ids = () => receiver.received.map(({ headers }) => headers['webhook-id']);
const change = async (id: string, changes: unknown) =>
  api.send(`/subscriptions/${id}`, {
    method: 'PATCH',
    body: JSON.stringify(changes),
    headers: { 'content-type': 'application/json' },
  });

describe('a webhook', () => {
  it('is told of what its filter wants, signed, in order, soon', async () => {
    const [wanted, other] = [freshRelation(), freshRelation()];
    const { id, secret } = await subscribe({ filter: { dyads: [wanted.dyad] } });
    const posted: string[] = [];
    for (const { path, meeting } of [wanted, other, wanted]) {
      const { body } = await api.post<Appended>(path, [meeting(), meeting()]);
      if (path === wanted.path) posted.push(...body.events.map((event) => event.id));
    }
    const retraction = { type: 'EventRetracted', of: posted[0], reason: 'duplicate' };
    const { body } = await api.post<Appended>(wanted.path, retraction, { prefer: 'wait=20' });
    posted.push(...body.events.map((event) => event.id));
    await until('five messages', () => receiver.received.length >= 5);
    expect(ids()).toEqual(posted);
    const events = receiver.received.map((message) => new Webhook(secret).verify(message.body, message.headers));
    expect(events[4]).toMatchObject({
      specversion: '1.0',
      id: posted[4],
      source: '/chancery',
      type: 'EventRetracted',
      subject: wanted.stream,
      position: body.position,
      data: { of: posted[0] },
    });
    expect(receiver.received[0]?.headers['content-type']).toBe('application/cloudevents+json');
    const shown = await until('rest', async () => {
      const found = await read(id);
      return found.lag.events === 0 && found;
    });
    expect(shown).toMatchObject({ state: 'active', failures: 0, lastSuccessAt: expect.any(String) });
  });

  it(
    'that fails hears everything when it is well again, in order, and may be paused meanwhile',
    { timeout: 240_000 },
    async () => {
      const { dyad, path, meeting } = freshRelation();
      receiver.behave((response) => response.writeHead(503).end('closed for the holidays'));
      ends.push(async () => receiver.behave((response) => response.writeHead(204).end()));
      const { id } = await subscribe({ filter: { dyads: [dyad] } });
      for (let count = 0; count < 3; count += 1) await api.post(path, meeting());
      const failing = await until('a failure', async () => {
        const found = await read(id);
        return found.lastError !== undefined && found;
      });
      expect(failing.lastError).toBe('The receiver answered 503: closed for the holidays');
      expect((await change(id, { state: 'paused' })).body).toMatchObject({ state: 'paused' });
      receiver.behave((response) => response.writeHead(204).end());
      receiver.received.length = 0;
      expect((await change(id, { state: 'active' })).status).toBe(200);
      await until('three messages', () => receiver.received.length >= 3);
      expect(ids()).toEqual([1, 2, 3].map((version) => `relation.${dyad}.${version}`));
    },
  );

  it('is pinged, replayed, and signed for with two secrets after one was replaced', async () => {
    const { dyad, path, meeting } = freshRelation();
    await api.post(path, [meeting(), meeting()], { prefer: 'wait=20' });
    const { id, secret } = await subscribe({ filter: { dyads: [dyad] } });
    expect((await api.post(`/subscriptions/${id}/ping`, '')).body).toEqual({ delivered: true });
    expect(new Webhook(secret).verify(receiver.received[0]?.body ?? '', receiver.received[0]?.headers ?? {})).toMatchObject({ type: 'chancery.ping' }); // prettier-ignore
    const rotated = await api.post<Shown>(`/subscriptions/${id}/rotate-secret`, '');
    receiver.received.length = 0;
    expect((await api.post(`/subscriptions/${id}/replay`, { from: 'beginning' })).status).toBe(200);
    await until('two messages', () => receiver.received.length >= 2);
    expect(ids()).toEqual([`relation.${dyad}.1`, `relation.${dyad}.2`]);
    for (const { body, headers } of receiver.received)
      for (const known of [secret, rotated.body.secret])
        expect(new Webhook(known).verify(body, headers)).toMatchObject({ specversion: '1.0' });
  });

  it('belongs to whoever made it, and needs its scope', async () => {
    const { id } = await subscribe({});
    const stranger = clientOf(cloud().url, await cloud().token({ sub: 'stranger' }));
    expect(await stranger.get(`/subscriptions/${id}`)).toMatchObject(aProblem('not-found'));
    const reader = clientOf(cloud().url, await cloud().token({ scope: 'chancery/read chancery/append' }));
    expect(await reader.get('/subscriptions')).toMatchObject({ status: 403 });
    expect(await clientOf(cloud().url).get('/subscriptions')).toMatchObject({ status: 401 });
  });
});

describe('what the documentation shows', () => {
  it('is a loop that follows the feed', async () => {
    const { path } = freshRelation();
    const follower = runDocumented('follow.ts', { API: cloud().url, TOKEN: await cloud().token() });
    ends.push(follower.stop);
    const [, , , stream] = path.split('/');
    const about = { type: 'StatementMade', occurred: '2025-01-14', participants: [{ party: 'BGD', role: 'declarant' }], bearsOn: [stream] }; // prettier-ignore
    await api.post(path, about);
    const line = await until('a line', () => follower.lines.find((each) => each.includes(`relation.${stream}.`)));
    expect(line).toMatch(new RegExp(`^\\d+ StatementMade relation.${stream}.1$`));
  });

  it('is a receiver that verifies what it gets', async () => {
    const { dyad, path, meeting } = freshRelation();
    const port = await freePort();
    const { secret } = await subscribe({ url: `http://127.0.0.1:${port}/`, filter: { dyads: [dyad] } });
    const listening = runDocumented('receive.ts', { SECRET: secret, PORT: port });
    ends.push(listening.stop);
    await api.post(path, meeting());
    const line = await until('a line', () => listening.lines[0]);
    expect(line).toMatch(new RegExp(`^\\d+ MeetingHeld relation.${dyad}.1$`));
  });
});
