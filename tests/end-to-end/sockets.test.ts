import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '#tests/support/until.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { freshRelation, type Relation } from '#tests/support/fresh-relation.ts';
import { connect, type Offer, refusalOf, type SocketClient } from '#tests/support/socket-client.ts';

const { cloud, api } = useCloud();

const opened: SocketClient[] = [];
afterEach(() => opened.splice(0).forEach(({ socket }) => socket.terminate()));

const url = () => cloud().socketUrl ?? '';
const bearer = async (options: Parameters<ReturnType<typeof cloud>['token']>[0] = {}): Promise<Offer> => ({
  headers: { authorization: `Bearer ${await cloud().token(options)}` },
});
async function connected(offer?: Offer): Promise<SocketClient> {
  const client = await connect(url(), offer ?? (await bearer()));
  opened.push(client);
  return client;
}

/** Posts so many meetings, at most a hundred at once, and returns their ids in their order. */
async function post({ path, stream, meeting }: Relation, count: number, before: number): Promise<string[]> {
  for (let done = 0; done < count; done += 100) {
    const events = Array.from({ length: Math.min(100, count - done) }, () => meeting());
    const { status } = await api.post(path, events);
    expect(status).toBe(201);
  }
  return Array.from({ length: count }, (_, index) => `${stream.replace('/', '.')}.${before + index + 1}`);
}

describe('the handshake of a live socket', () => {
  it('takes a token by its header', async () => {
    const client = await connected();
    client.say({ action: 'ping', id: 'p-1' });
    expect(await client.heard('pong')).toEqual({ type: 'pong', id: 'p-1' });
  });

  it('takes a token as a subprotocol, as browsers send it, and does not repeat it', async () => {
    const client = await connected({ protocols: ['chancery', `bearer.${await cloud().token()}`] });
    expect(client.socket.protocol).toBe('chancery');
  });

  it.for([
    ['no token', async (): Promise<Offer> => ({})],
    ['a token that has expired', async () => bearer({ expiresIn: -60 })],
    ['a token without the scope', async () => bearer({ scope: 'chancery/append' })],
    ['something else than a token', async (): Promise<Offer> => ({ headers: { authorization: 'Bearer x.y.z' } })],
  ] as const)('refuses %s with 401', async ([, offer]) => {
    expect(await refusalOf(url(), await offer())).toBe(401);
  });
});

describe('a subscription on a live socket', () => {
  it('brings the backlog, then what comes, in order, without gap or double', async () => {
    const relation = freshRelation();
    const backlog = await post(relation, 30, 0);
    const client = await connected();
    client.say({ action: 'subscribe', id: 'both', filter: { dyads: [relation.dyad] }, after: 'beginning' });
    expect(await client.heard('subscribed')).toMatchObject({ subscription: 'both', cursor: expect.any(String) });
    const live: string[] = [];
    for (let round = 0; round < 5; round += 1) live.push(...(await post(relation, 3, 30 + 3 * round)));
    expect(await client.eventsWhen(45)).toEqual([...backlog, ...live]);
    const [first] = client.messages.filter(({ type }) => type === 'event');
    expect(first).toMatchObject({
      subscription: 'both',
      event: { specversion: '1.0', type: 'MeetingHeld', subject: relation.stream, data: { dyads: [relation.dyad] } },
    });
  });

  it('goes on after the last cursor that was seen, on another connection', async () => {
    const relation = freshRelation();
    const filter = { dyads: [relation.dyad] };
    const first = await connected();
    first.say({ action: 'subscribe', filter });
    await first.heard('subscribed');
    const seen = await post(relation, 2, 0);
    expect(await first.eventsWhen(2)).toEqual(seen);
    first.socket.terminate();
    const missed = await post(relation, 3, 2);
    const second = await connected();
    second.say({ action: 'subscribe', filter, after: first.cursor() });
    expect(await second.eventsWhen(3)).toEqual(missed);
    const later = await post(relation, 1, 5);
    expect(await second.eventsWhen(4)).toEqual([...missed, ...later]);
  });

  it('is one of several, on one connection and on others, each with what it wants, until it is ended', async () => {
    const [ours, theirs] = [freshRelation(), freshRelation()];
    const [client, other] = [await connected(), await connected()];
    client.say({ action: 'subscribe', id: 'ours', filter: { dyads: [ours.dyad] } });
    client.say({ action: 'subscribe', id: 'theirs', filter: { dyads: [theirs.dyad] } });
    other.say({ action: 'subscribe', id: 'ours', filter: { dyads: [ours.dyad] } });
    await Promise.all([client.heard('subscribed', 'ours'), client.heard('subscribed', 'theirs'), other.heard('subscribed')]); // prettier-ignore
    const [ofOurs, ofTheirs] = [await post(ours, 2, 0), await post(theirs, 2, 0)];
    await client.eventsWhen(4);
    expect([client.events('ours'), client.events('theirs'), await other.eventsWhen(2)]).toEqual([ofOurs, ofTheirs, ofOurs]); // prettier-ignore

    client.say({ action: 'unsubscribe', id: 'ours' });
    await client.heard('unsubscribed');
    await post(ours, 1, 2);
    const last = await post(theirs, 1, 2);
    await other.eventsWhen(3);
    await until('the event of the other subscription', () => client.events('theirs').length === 3);
    expect([client.events('ours'), client.events('theirs')]).toEqual([ofOurs, [...ofTheirs, ...last]]);
  });

  it('is refused with what is wrong, and the connection stays', async () => {
    const client = await connected();
    client.say('{"action":');
    client.say({ action: 'subscribe', id: 'x', filter: { dyads: ['BGD'] } });
    client.say({ action: 'subscribe', id: 'y', after: 'not-a-cursor' });
    client.say({ action: 'shout' });
    const problems = await until('four errors', () => {
      const errors = client.messages.flatMap((message) => (message.type === 'error' ? [message] : []));
      return errors.length === 4 && new Map(errors.map(({ id = '', problem }) => [id + problem.type, problem]));
    });
    const urn = 'urn:chancery:problem:';
    expect(problems.get(`${urn}malformed-json`)).toBeDefined();
    expect(problems.get(`x${urn}invalid-request`)?.errors).toMatchObject([{ pointer: '/filter/dyads/0' }]);
    expect(problems.get(`y${urn}invalid-cursor`)?.errors).toMatchObject([{ pointer: '/after' }]);
    expect(problems.get(`${urn}invalid-request`)?.errors).toMatchObject([{ pointer: '/action' }]);
    client.say({ action: 'ping' });
    expect(await client.heard('pong')).toEqual({ type: 'pong' });
  });
});

describe('the client of the documentation', () => {
  it('follows what it is told to, from the beginning on', async () => {
    const relation = freshRelation();
    const backlog = await post(relation, 3, 0);
    const documentation = readFileSync(new URL('../../docs/live-sockets.md', import.meta.url), 'utf8');
    const [, code = ''] = /```ts\n([^]*?)```/.exec(documentation) ?? [];
    const known = [url(), await cloud().token(), { dyads: [relation.dyad] }].map((value) => JSON.stringify(value));
    const [address, token, filter] = known;
    const run = `follow(${address}, async () => ${token}, ${filter}, 'beginning', (event) => console.log(event.id));`;
    const client = spawn(process.execPath, ['--input-type=module-typescript', '-e', `${code}\n${run}`]);
    try {
      const lines: string[] = [];
      createInterface({ input: client.stdout }).on('line', (line) => lines.push(line));
      await until('the backlog', () => lines.length === 3);
      const live = await post(relation, 2, 3);
      await until('what comes', () => lines.length === 5);
      expect(lines).toEqual([...backlog, ...live]);
    } finally {
      client.kill();
    }
  });
});

describe('a live socket', () => {
  it('is ended with the reason when its token has expired', async () => {
    const client = await connected(await bearer({ expiresIn: 6 }));
    client.say({ action: 'subscribe' });
    await client.heard('subscribed');
    await until('the end of the connection', async () => {
      await cloud().runSchedules();
      return client.messages.some(({ type }) => type === 'closing');
    });
    await client.closed;
    expect(client.messages.at(-1)).toMatchObject({ type: 'closing', reason: 'token-expired' });
  });

  it('that catches up on fifteen hundred events keeps nobody waiting', { timeout: 480_000 }, async () => {
    const [busy, quiet] = [freshRelation(), freshRelation()];
    const ids = await post(busy, 1500, 0); // of which one push sends 200 at most
    const [far, near] = [await connected(), await connected()];
    near.say({ action: 'subscribe', filter: { dyads: [quiet.dyad] } });
    await near.heard('subscribed');
    far.say({ action: 'subscribe', filter: { dyads: [busy.dyad] }, after: 'beginning' });
    await far.eventsWhen(1);
    const live = await post(quiet, 1, 0);
    expect(await near.eventsWhen(1)).toEqual(live);
    expect(far.events().length).toBeLessThan(ids.length);
    expect(await far.eventsWhen(ids.length, 240)).toEqual(ids);
  });
});
