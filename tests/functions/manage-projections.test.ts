import { beforeEach, describe, expect, it } from 'vitest';
import { call, service } from '#tests/support/service.ts';
import { operate } from '#functions/operate/operate.ts';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { operations } from '#tests/support/operations.ts';
import { backgroundGenerations } from '#shared/read-models/projecting-consumers.ts';
import { removeGenerations } from '#shared/projections/generations/remove-generations.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { meeting } from '#tests/support/events.ts';

const first = `timeline@${timeline.version}`;
const second = `${first}.2`;
let chancery: ReturnType<typeof service>;

beforeEach(async () => {
  chancery = service();
  await chancery.post('relation/BGD-PAK', [meeting(), meeting()]);
  await chancery.catchUp();
});

const manage = async (route: string, parameters: Record<string, string> = {}, more: object = {}) => {
  const answer = await call(operate({ ...chancery.stores, cursors: chancery.querying.cursors }), {
    route,
    parameters,
    ...more,
  });
  const described = operations[route]?.responses[answer.status]?.content?.['application/json'];
  if (answer.status < 300) expect(described?.safeParse(answer.body).error?.issues ?? []).toEqual([]);
  return answer;
};
const list = async () => (await manage('GET /projections')).body;
const rebuild = async (name = 'timeline', query = {}) =>
  manage('POST /projections/{name}/rebuild', { name }, { query });
const promote = async (body: object = {}) =>
  manage('POST /projections/{name}/promote', { name: 'timeline' }, { method: 'POST', body });
const drop = async (build: string) => manage('DELETE /projections/{name}/builds/{build}', { name: 'timeline', build });
const bringUp = async () => {
  const decisions = await chancery.stores.registry.read();
  for (const build of backgroundGenerations(chancery.stores, decisions)) await consumeFeed(build, chancery.stores);
};

describe('an operator', () => {
  it('sees every projection with its builds', async () => {
    expect(await list()).toMatchObject({
      head: 2,
      projections: expect.arrayContaining([
        expect.objectContaining({ name: 'timeline', serving: first, builds: [expect.objectContaining({ id: first })] }),
      ]),
    });
  });

  it('has a read model built anew, promotes it and drops the old one', async () => {
    expect(await rebuild()).toMatchObject({ status: 202, body: { build: second } });
    await bringUp();
    expect(await promote()).toMatchObject({ status: 200, body: { serving: second, replaced: first } });
    expect(await drop(first)).toMatchObject({ status: 202, body: { build: first, remaining: true } });
    const now = () => new Date(Date.now() + 121_000);
    await removeGenerations({ ...chancery.stores, now }, () => true);
    expect(await drop(first)).toMatchObject({ status: 200, body: { remaining: false } });
    // What an instance remembers of the builds that serve is forgotten long before a build is removed.
    expect((await service(chancery.stores).timeline('BGD-PAK')).body.items).toHaveLength(2);
  });

  it('is refused with the reason, and with the positions that speak against it', async () => {
    const refused = { status: 409, body: { type: 'urn:chancery:problem:build-refused' } };
    expect(await promote()).toMatchObject({ ...refused, body: { refusal: 'nothing-to-promote' } });
    expect(await drop(first)).toMatchObject({ ...refused, body: { refusal: 'serves' } });
    await rebuild();
    const far = {
      ...chancery.stores,
      cursors: chancery.querying.cursors,
      feed: { head: async () => ({ position: 9000, hash: '' }) },
    };
    const route = { route: 'POST /projections/{name}/promote', parameters: { name: 'timeline' }, body: {} };
    expect(await call(operate(far), route)).toMatchObject({
      ...refused,
      body: { refusal: 'not-arrived', position: 0, serving: 2, head: 9000 },
    });
  });

  it('is told what does not exist, and what was expected', async () => {
    expect(await rebuild('opinions')).toMatchObject({ status: 404 });
    expect(await rebuild('timeline', { version: '99' })).toMatchObject({ status: 404 });
    expect(await rebuild('timeline', { version: 'two' })).toMatchObject({ status: 400, body: { errors: [{ parameter: 'version' }] } }); // prettier-ignore
    expect(await promote({ build: 'timeline@9' })).toMatchObject({ status: 404 });
    expect(await promote({ version: 2 })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/version' }] } });
    expect(await drop('nonsense')).toMatchObject({ status: 404 });
  });
});

describe('a query', () => {
  it('answers the same before and after a switch, and waits for the build that serves', async () => {
    const before = await chancery.timeline('BGD-PAK');
    await rebuild();
    await bringUp();
    await promote();
    const fresh = service(chancery.stores);
    expect(await fresh.timeline('BGD-PAK')).toEqual(before);
    await chancery.post('relation/BGD-PAK', meeting());
    await fresh.catchUp();
    const atLeast = String((await fresh.feed()).body.next);
    expect((await fresh.timeline('BGD-PAK', { atLeast }, { prefer: 'wait=0' })).body.items).toHaveLength(3);
  });
});
