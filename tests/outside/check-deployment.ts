import { Webhook } from 'standardwebhooks';
import brief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { connect, refusalOf, type SocketClient } from '#tests/support/socket-client.ts';
import { startReceiver } from '#tests/support/receiver.ts';
import { until } from '#tests/support/until.ts';
import { emulatedStack } from './emulated-stack.ts';

/** What MiniStack 1.5.33 does otherwise than AWS. A gap that has closed fails, so that it leaves this list. */
const gaps = new Set(['refuses a socket without a token', 'answers a token as a subprotocol with the subprotocol']);

interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}
const json = { 'content-type': 'application/json' };

/**
 * Milliseconds in which an event arrives everywhere when its triggers work; the schedule, which makes up for them,
 * comes once a minute.
 */
const promptMs = 5000;

const require = (holds: boolean, found: unknown): void => {
  if (!holds) throw new Error(typeof found === 'string' ? found : JSON.stringify(found).slice(0, 600));
};

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : JSON.stringify(error)).slice(0, 700);

const statement = (day: number, to: string) => ({
  type: 'StatementMade',
  occurred: `2025-05-${String(day).padStart(2, '0')}`,
  participants: [
    { party: 'BGD', role: 'declarant' },
    { party: to, role: 'addressee' },
  ],
});

/** Tries what was deployed from outside, as clients do; prints each check, and returns how many have failed. */
export async function checkDeployment(endpoint: string): Promise<number> {
  const { api, sockets, token } = await emulatedStack(endpoint);
  const all = await token();
  let failed = 0;
  const check = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    const error: unknown = await run().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const isGap = gaps.has(name);
    const passed = (error === undefined) !== isGap;
    if (!passed) failed += 1;
    const outcome = passed ? (isGap ? 'gap ' : 'ok  ') : 'FAIL';
    const reason = error === undefined ? (isGap ? ': the gap has closed' : '') : `: ${messageOf(error)}`;
    console.log(`${outcome} ${name}${reason} (${Math.round(performance.now() - began)} ms)`);
  };
  const send = async (path: string, init: Sent = {}, bearer: string | null = all): Promise<Answer> => {
    const headers = { ...(bearer !== null && { authorization: `Bearer ${bearer}` }), ...init.headers };
    const response = await fetch(api + path, { ...init, headers, signal: AbortSignal.timeout(40_000) });
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, text: await response.text() };
  };
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}, bearer = all) =>
    send(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }, bearer);
  const answers = async (status: number, request: Promise<Answer>): Promise<Answer> => {
    const answer = await request;
    require(answer.status === status, answer);
    return answer;
  };

  await check('is healthy', async () => answers(200, send('/health', {}, null)));
  await check('refuses a request without a token', async () => answers(401, send('/events', {}, null)));
  await check('refuses a forged token', async () => answers(401, send('/events', {}, `${all.slice(0, -8)}AAAAAAAA`)));
  await check('refuses a token without the scope', async () =>
    answers(403, post('/events', {}, {}, await token('chancery/read'))),
  );
  await check('refuses an unknown path with a problem', async () => {
    const { type } = await answers(404, send('/nowhere', {}, null));
    require(type.includes('problem+json'), type);
  });

  const receiver = await startReceiver();
  const subscribed = await post('/subscriptions', { url: receiver.url, from: 'now' });
  const { secret } = JSON.parse(subscribed.text) as { secret?: string };
  await check('makes a subscription', async () => require(secret !== undefined, subscribed));
  const positions = () =>
    receiver.received.map(({ body, headers }) => {
      const event = new Webhook(secret ?? '').verify(body, headers) as { position: number };
      return event.position;
    });

  await check('refuses a socket without a token', async () => {
    const status = await refusalOf(sockets);
    require(status === 401, `status ${status}`);
  });
  await check('answers a token as a subprotocol with the subprotocol', async () => {
    const socket = new WebSocket(sockets, ['chancery', `bearer.${all}`]);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('the socket did not open')));
    await promise;
    socket.close();
    require(socket.protocol === 'chancery', socket.protocol);
  });
  let live: SocketClient | undefined;
  await check('subscribes a socket', async () => {
    live = await connect(sockets, { headers: { authorization: `Bearer ${all}` } });
    live.say({ action: 'subscribe' });
    await live.heard('subscribed');
  });
  const pushed = () => live?.events().length ?? 0;

  let recorded = 0;
  const outcomes = (text: string) =>
    (JSON.parse(text) as { results: { problem?: unknown; events: unknown[] }[] }).results;
  await check('records the brief', async () => {
    const { text } = await answers(200, post('/events', brief, { prefer: 'wait=20' }));
    require(outcomes(text).every(({ problem }) => problem === undefined), text);
    recorded = outcomes(text).reduce((sum, { events }) => sum + events.length, 0);
    require(recorded > 20, text);
  });
  await check('records it once', async () => {
    const { text } = await answers(200, post('/events', brief));
    require(outcomes(text).every(({ problem }) => problem === undefined), text);
    const { text: feed } = await answers(200, send('/events?limit=1000'));
    require((JSON.parse(feed) as { items: unknown[] }).items.length === recorded, feed);
  });
  await check('refuses another version', async () =>
    answers(412, post('/streams/relation/BGD-PAK/events', statement(1, 'PAK'), { 'if-none-match': '*' })),
  );
  await check('has every event in the timeline', async () =>
    until(
      'the timeline',
      async () => {
        const { text } = await answers(200, send('/relations/BGD-PAK/timeline?limit=1000'));
        return (JSON.parse(text) as { items: unknown[] }).items.length >= 20;
      },
      90,
    ),
  );
  await check('delivers every event, signed and in order', async () => {
    await until('the deliveries', () => positions().length >= recorded, 90);
    require(positions().every((position, index) => position === index + 1), positions());
  });
  await check('pushes every event to the socket', async () => live?.eventsWhen(recorded, 90));

  // prettier-ignore
  const paths = [
    '/relations/BGD-PAK', '/relations/BGD-PAK/score', '/relations/BGD-PAK/phases', '/relations/BGD-PAK/representation',
    '/agreements?dyad=BGD-PAK', '/visits?dyad=BGD-PAK', '/changes?dyad=BGD-PAK', '/sanctions?dyad=BGD-PAK',
    '/parties/PAK', '/parties/PAK/offices', '/relations?party=BGD', '/people?name=dar', '/topics/defence-ties/trend',
    '/streams/relation/BGD-PAK/events', '/events/relation.BGD-PAK.1', '/events/relation.BGD-PAK.1/history',
    '/contacts/2025-Q1', '/projections', '/quarantine', '/subscriptions', '/openapi.json',
  ];
  for (const path of paths) await check(`GET ${path}`, async () => answers(200, send(path)));

  await check(`brings an event to webhook and socket within ${promptMs / 1000} s, so not by the schedule`, async () => {
    const times: number[] = [];
    for (const day of [1, 2, 3]) {
      const [before, began] = [positions().length, performance.now()];
      await answers(201, post('/streams/relation/BGD-BTN/events', statement(day, 'BTN')));
      await until('the event', () => positions().length > before && pushed() > before, 70);
      times.push(Math.round(performance.now() - began));
    }
    const [, median = Infinity] = times.toSorted((one, other) => one - other);
    require(median <= promptMs, times);
  });
  await check('answers a ping', async () => {
    live?.say({ action: 'ping', id: 'a ping' });
    await live?.heard('pong');
  });
  await check('lets one of eight writers make a stream', async () => {
    const writers = [1, 2, 3, 4, 5, 6, 7, 8].map(async (day) =>
      post('/streams/relation/BGD-LKA/events', statement(day, 'LKA'), { 'if-none-match': '*' }),
    );
    const statuses = (await Promise.all(writers)).map(({ status }) => status).toSorted((one, other) => one - other);
    require(statuses.join() === [201, ...Array.from({ length: 7 }, () => 412)].join(), statuses);
  });
  live?.socket.close();
  await receiver.stop();
  console.log(failed === 0 ? 'every check passed' : `${failed} checks failed`);
  return failed;
}
