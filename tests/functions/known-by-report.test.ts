import { beforeAll, describe, expect, it } from 'vitest';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { nextQuery, service } from '#tests/support/service.ts';

const asOf = '2025-01-17T00:00:00Z';
const reported = { asOf, knownBy: 'reported' };
let chancery: ReturnType<typeof service>;

/** The sample brief, recorded two years after it was reported. */
beforeAll(async () => {
  chancery = service(undefined, () => new Date('2026-11-26T12:00:00.000Z'));
  await chancery.postCommits(seedBrief);
  await chancery.catchUp();
});

const events = async (query: Record<string, string>) => {
  const { status, body } = await chancery.timeline('BGD-PAK', query);
  expect(status).toBe(200);
  return body.items as { readonly id: string }[];
};

describe('what was known by report of a brief that was imported later', () => {
  it('is 24 events on the timeline, where nothing was recorded yet', async () => {
    expect(await events({ asOf })).toEqual([]);
    expect(await events(reported)).toHaveLength(24);
    expect(await events({ ...reported, asOf: '2025-01-25T00:00:00Z' })).toHaveLength(27);
  });

  it('is paged like any other timeline, by cursors of its own', async () => {
    const page = await chancery.timeline('BGD-PAK', { ...reported, limit: '20' });
    const next = nextQuery(page) ?? {};
    expect(next).toMatchObject({ knownBy: 'reported' });
    expect(await events(next)).toHaveLength(4);
    const { knownBy: _reported, ...recorded } = next;
    expect(await chancery.timeline('BGD-PAK', recorded)).toMatchObject({ status: 400 });
  });

  it('has the change of tempo that was to be seen then', async () => {
    const { body } = await chancery.phases('BGD-PAK', reported);
    expect(body).toMatchObject({
      through: '2025-01-17',
      tempo: { cooperative: { analysis: { changes: [{ kind: 'rise', month: '2024-08' }] } } },
    });
  });

  it('is in the summary, the scores, the tempo and the lifecycles', async () => {
    const agreements = { ...reported, dyad: 'BGD-PAK' };
    for (const [path, query] of [
      ['/relations/BGD-PAK', reported],
      ['/relations/BGD-PAK/score', { ...reported, from: '2025-01', to: '2025-01' }],
      ['/relations/BGD-PAK/tempo', reported],
      ['/relations/BGD-PAK/representation', reported],
      ['/relations/compare', { ...reported, dyads: 'BGD-PAK,BGD-IND' }],
      ['/relations', { ...reported, party: 'BGD' }],
      ['/agreements', agreements],
      ['/visits', { ...reported, party: 'BGD' }],
      ['/contacts/2025-Q1', reported],
      ['/people', { ...reported, name: 'Asim Munir' }],
    ] as const) {
      const { asOf: _asOf, knownBy: _knownBy, ...now } = query;
      const [known, unknown] = await Promise.all([chancery.get(path, query), chancery.get(path, { ...now, asOf })]);
      expect({ path, status: known.status }).toEqual({ path, status: 200 });
      expect({ path, ...known.body }).not.toEqual({ path, ...unknown.body });
    }
  });

  it('is an event and its history', async () => {
    const before = { ...reported, asOf: '2025-01-13T00:00:00Z' };
    expect(await chancery.event('relation.BGD-PAK.6', { view: 'corrected', ...before })).toMatchObject({ status: 404 });
    expect(await chancery.event('relation.BGD-PAK.6', { view: 'corrected', ...reported })).toMatchObject({
      status: 200,
    });
    expect((await chancery.history('relation.BGD-PAK.6', reported)).body.items).toHaveLength(1);
  });
});

describe('knownBy', () => {
  it('is refused without asOf, and where counts are kept by the time of recording', async () => {
    const problem = { status: 400, body: { errors: [{ parameter: 'knownBy' }] } };
    expect(await chancery.timeline('BGD-PAK', { knownBy: 'reported' })).toMatchObject(problem);
    expect(await chancery.timeline('BGD-PAK', { asOf, knownBy: 'heard' })).toMatchObject(problem);
    expect(await chancery.party('BGD', reported)).toMatchObject(problem);
    expect(await chancery.topics(reported)).toMatchObject(problem);
    expect(await chancery.trend('defence-ties', reported)).toMatchObject(problem);
  });
});
