import { beforeEach, describe, expect, it } from 'vitest';
import { csvLines } from '#tests/support/csv-lines.ts';
import { call, invoke, service } from '#tests/support/service.ts';
import { query } from '#functions/query/query.ts';
import { projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { leaveBehind } from '#tests/support/projecting.ts';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { withSecurityHeaders } from '#shared/api/protocol/security-headers.ts';
import { meeting } from '#tests/support/events.ts';

const relation = 'relation/BGD-PAK';
let chancery: ReturnType<typeof service>;

beforeEach(async () => {
  chancery = service();
  await chancery.post(relation, [meeting(), meeting()]);
  await chancery.catchUp();
});

/** The cursor of the feed's end, where the timeline is not yet. */
async function ahead(): Promise<string> {
  await chancery.post(relation, meeting());
  await sweep(chancery.stores, 1);
  return String((await chancery.feed()).body.next);
}

const asked = { path: '/relations/BGD-PAK/timeline' };

describe('a query as of an instant in the future', () => {
  const instant = (later: number) => new Date(chancery.querying.now().getTime() + later).toISOString();

  it('is refused when the instant is more than a minute ahead', async () => {
    const asOf = instant(65_000);
    const { status, body } = await chancery.timeline('BGD-PAK', { asOf }, { prefer: 'wait=0' });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      type: 'urn:chancery:problem:invalid-request',
      errors: [{ parameter: 'asOf', detail: expect.stringContaining('not in the future') as unknown }],
    });
  });

  it('is to be repeated when a clock that is a little ahead can explain it', async () => {
    const asOf = instant(55_000);
    expect(await chancery.timeline('BGD-PAK', { asOf }, { prefer: 'wait=0' })).toMatchObject({
      status: 503,
      body: { type: 'urn:chancery:problem:projection-lagging' },
    });
  });
});

describe('a query that is to know everything up to a cursor of the feed', () => {
  it('is answered at once when it does', async () => {
    const atLeast = String((await chancery.feed()).body.next);
    const { status, body } = await chancery.timeline('BGD-PAK', { atLeast });
    expect(status).toBe(200);
    expect(body.items).toHaveLength(2);
  });

  it('is answered as soon as it does', async () => {
    const { promise: firstLook, resolve: looked } = Promise.withResolvers<void>();
    const checkpoints = {
      positions: async (names: readonly string[]) => {
        const found = await chancery.stores.checkpoints.positions(names);
        looked();
        return found;
      },
    };
    const waiting = call(query({ ...chancery.querying, checkpoints }), {
      ...asked,
      query: { atLeast: await ahead() },
    });
    await firstLook;
    await chancery.catchUp();
    const { body } = await waiting;
    expect(body.items).toHaveLength(3);
  });

  it('is answered with 503 and how far the read models are when they do not come so far in the time', async () => {
    const atLeast = await ahead();
    expect(await chancery.timeline('BGD-PAK', { atLeast }, { prefer: 'wait=0' })).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '1' },
      body: { type: 'urn:chancery:problem:projection-lagging', wanted: 3, reached: 2 },
    });
  });

  it('waits for the read models behind it only', async () => {
    const { stores } = chancery;
    await leaveBehind(stores, 'timeline');
    const atLeast = await ahead();
    for (const consumer of projectionStages(stores, await stores.registry.read()).flat())
      await consumeFeed(consumer, stores);
    const asking = service(stores);
    expect(await asking.timeline('BGD-PAK', { atLeast }, { prefer: 'wait=0' })).toMatchObject({ status: 503 });
    const stream = await asking.stream(relation, { atLeast }, { prefer: 'wait=0' });
    expect(stream).toMatchObject({ status: 200, body: { items: [{}, {}, { position: 3 }] } });
  });

  it('refuses a cursor of another list', async () => {
    const { body } = await chancery.timeline('BGD-PAK', { limit: '1' });
    expect(await chancery.timeline('BGD-PAK', { atLeast: String(body.next) })).toMatchObject({
      status: 400,
      body: { type: 'urn:chancery:problem:invalid-cursor' },
    });
  });

  it('goes on to the next page whether it says so again or not', async () => {
    const atLeast = String((await chancery.feed()).body.next);
    const first = await chancery.timeline('BGD-PAK', { atLeast, limit: '1' });
    expect(first.headers.Link).toContain('atLeast=');
    const cursor = String(first.body.next);
    expect((await chancery.timeline('BGD-PAK', { cursor })).body.items).toHaveLength(1);
  });
});

describe('the answer of a query', () => {
  const timeline = async (headers: Record<string, string> = {}) =>
    invoke(query(chancery.querying), { ...asked, headers });

  it('has an entity tag, and is not sent again to whoever has it', async () => {
    const { ETag = '' } = (await timeline()).headers;
    expect(ETag).toMatch(/^W\/"[\w-]{22}"$/);
    for (const tag of [ETag, `"other", ${ETag}`, '*', ETag.slice(2)])
      expect(await timeline({ 'if-none-match': tag })).toEqual(
        withSecurityHeaders({ statusCode: 304, headers: { ETag, Vary: 'Accept' }, body: '' }),
      );
  });

  it('is sent when it has changed, or is asked for in another form', async () => {
    const { ETag = '' } = (await timeline()).headers;
    expect((await timeline({ 'if-none-match': ETag, accept: 'text/csv' })).statusCode).toBe(200);
    await chancery.post(relation, meeting());
    await chancery.catchUp();
    expect((await timeline({ 'if-none-match': ETag })).statusCode).toBe(200);
  });

  it('is CSV on request, a row for each event', async () => {
    const { headers, body } = await timeline({ accept: 'text/csv' });
    expect(headers['Content-Disposition']).toBe('attachment; filename="timeline-BGD-PAK.csv"');
    const [heading, first] = csvLines(body);
    expect(heading).toMatch(/^id,position,type,occurred,from,to,participants,/);
    expect(first).toContain('BGD:participant; PAK:participant');
  });
});
