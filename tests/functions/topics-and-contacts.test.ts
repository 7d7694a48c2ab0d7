import { as } from '#tests/support/sample-event.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvLines } from '#tests/support/csv-lines.ts';
import { nextQuery, service } from '#tests/support/service.ts';
import { meeting } from '#tests/support/events.ts';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };

let chancery: ReturnType<typeof service>;
let day = '2025-01-26';

beforeAll(async () => {
  chancery = service(undefined, () => new Date(`${day}T12:00:00Z`));
  await chancery.postCommits(seedBrief);
  day = '2025-02-03';
  const participants = ['CHN', 'PAK'].map((party) => ({ party, role: 'participant' }));
  await chancery.post('relation/CHN-PAK', meeting({ occurred: '2025-02-02', participants, topics: ['jf-17'] }));
  await chancery.catchUp();
});

const before = { asOf: '2025-02-01T00:00:00Z' };

describe('GET /topics', () => {
  it('lists topics by name with how often they came up, those of rumours too', async () => {
    expect((await chancery.topics({ prefix: 'strategic' })).body.items).toEqual([
      { topic: 'strategic', n: 1, unheld: 0, lastMonth: '2025-01' },
      { topic: 'strategic-partnership', n: 0, unheld: 1, lastMonth: '2025-01' },
    ]);
    expect((await chancery.topics({ prefix: 'jf' })).body.items).toEqual([
      { topic: 'jf-17', n: 3, unheld: 0, lastMonth: '2025-02' },
    ]);
    expect((await chancery.topics({ prefix: 'jf', ...before })).body.items).toEqual([
      { topic: 'jf-17', n: 2, unheld: 0, lastMonth: '2025-01' },
    ]);
  });

  it('goes on page by page, and is empty before anything was known', async () => {
    const all = (await chancery.topics()).body.items;
    const found: unknown[] = [];
    let query: Record<string, string> | undefined = { limit: '5' };
    while (query !== undefined) {
      const page = await chancery.topics(query);
      found.push(...(page.body.items as unknown[]));
      query = nextQuery(page);
    }
    expect(found).toEqual(all);
    expect((await chancery.topics({ asOf: '2025-01-01T00:00:00Z' })).body).toMatchObject({ items: [] });
  });
});

describe('GET /topics/{topic}/trend', () => {
  it('tells of every month how often a topic came up, and in what share of all events', async () => {
    const { body } = await chancery.trend('defence-ties', { from: '2024-11', to: '2025-01' });
    expect(body.items).toMatchObject([
      { month: '2024-11', n: 0, total: 0, share: null, dyads: [] },
      { month: '2024-12', n: 0, total: 1, share: 0 },
      // The visit and the meeting with the Chief of Army Staff, of twelve events known to be of January.
      { month: '2025-01', n: 2, total: 15, share: 2 / 15, dyads: [{ dyad: 'BGD-PAK', n: 2 }] },
    ]);
    expect((body.items as { quadClasses: object }[]).at(-1)?.quadClasses).toMatchObject({ 'verbal-cooperation': 2 });
  });

  it('tells it of one dyad, out of the events of that dyad', async () => {
    const months = { from: '2025-01', to: '2025-02' };
    expect((await chancery.trend('jf-17', months)).body.items).toMatchObject([
      { n: 2, total: 15 },
      { n: 1, total: 1, share: 1, dyads: [{ dyad: 'CHN-PAK', n: 1 }] },
    ]);
    const ofDyad = await chancery.trend('jf-17', { ...months, dyad: 'BGD-PAK' });
    expect(ofDyad.body.items).toMatchObject([
      { n: 2, total: 15 },
      { n: 0, total: 0, share: null },
    ]);
    expect((await chancery.trend('jf-17', { ...months, dyad: 'PAK-BGD' })).body).toEqual(ofDyad.body);
  });

  it('ends, where nothing else is said, with the last month in which it came up, and begins 24 months before its end', async () => {
    const months = ((await chancery.trend('jf-17')).body.items as { month: string }[]).map(({ month }) => month);
    expect([months.length, months[0], months.at(-1)]).toEqual([24, '2023-03', '2025-02']);
    const then = (await chancery.trend('jf-17', before)).body.items as { month: string }[];
    expect(then.at(-1)?.month).toBe('2025-01');
    expect((await chancery.trend('never-heard-of')).body.items).toEqual([]);
    expect(((await chancery.trend('jf-17', { from: '1971-01' })).body.items as unknown[]).length).toBe(240);
  });

  it.each([{ from: '2025' }, { to: '2025-13' }, { from: '2025-02', to: '2025-01' }, { dyad: 'PAK-PAK' }])(
    'refuses what is no range of months or no dyad: %j',
    async (query: Record<string, string>) => {
      expect((await chancery.trend('jf-17', query)).status).toBe(400);
    },
  );

  it('comes as CSV', async () => {
    const { body } = await chancery.getAs('text/csv', '/topics/defence-ties/trend', { from: '2025-01', to: '2025-01' });
    expect(csvLines(body)[1]).toBe(`2025-01,2,0,15,${2 / 15},2,0,0,0,BGD-PAK:2`);
  });
});

describe('GET /contacts/{quarter}', () => {
  it('tells who was in contact with whom, how often, and how sure that is', async () => {
    // Visits with credibility 1 and 3, meetings with 1, 1, 1 and 3, talks with 3; what is hypothetical is no contact.
    const { body } = await chancery.contacts('2025-Q1');
    expect(body.edges).toEqual([
      { dyad: 'BGD-PAK', contacts: { visit: 2, meeting: 4, call: 0, talks: 1 }, strength: 5.5 },
      { dyad: 'CHN-PAK', contacts: { visit: 0, meeting: 1, call: 0, talks: 0 }, strength: 0.3 },
    ]);
    const nodes = body.nodes as { party: string; contacts: number; strength: number; pageRank: number }[];
    expect(nodes.map(({ party, contacts, strength }) => [party, contacts, strength])).toEqual([
      ['PAK', 8, 5.8],
      ['BGD', 7, 5.5],
      ['CHN', 1, 0.3],
    ]);
    expect(nodes.reduce((sum, { pageRank }) => sum + pageRank, 0)).toBeCloseTo(1, 8);
  });

  it('shows what was known then, and only what lies within the quarter', async () => {
    expect((await chancery.contacts('2025-Q1', before)).body.edges).toMatchObject([{ dyad: 'BGD-PAK' }]);
    expect((await chancery.contacts('2024-Q4')).body.edges).toMatchObject([{ dyad: 'BGD-PAK', strength: 1 }]);
    expect((await chancery.contacts('2024-Q2')).body).toMatchObject({ quarter: '2024-Q2', nodes: [], edges: [] });
  });

  it('has a contact over the end of a quarter in that of its first day, and lists vaguer ones as unplaced', async () => {
    const visit = (occurred: string) => ({ type: 'VisitConducted', occurred, ...as('ECU:visitor', 'CRI:host') });
    await chancery.post('visit/span-1', visit('2019-12-31/2020-01-06'));
    await chancery.post('visit/span-2', visit('2019'));
    await chancery.catchUp();
    expect((await chancery.contacts('2019-Q4')).body).toMatchObject({
      edges: [{ dyad: 'CRI-ECU', contacts: { visit: 1 } }],
      unplaced: { n: 1, items: [{ id: 'visit.span-2.1', kind: 'visit', occurred: '2019', dyads: ['CRI-ECU'] }] },
    });
    expect((await chancery.contacts('2020-Q1')).body).toMatchObject({ edges: [], unplaced: { n: 0, items: [] } });
  });

  it('shows the neighbourhood of a party with the ranks of the whole network', async () => {
    const whole = (await chancery.contacts('2025-Q1')).body.nodes as { party: string }[];
    const { body } = await chancery.contacts('2025-Q1', { party: 'CHN' });
    expect(body.edges).toMatchObject([{ dyad: 'CHN-PAK' }]);
    expect(body.nodes).toEqual(whole.filter(({ party }) => party !== 'BGD'));
    expect((await chancery.contacts('2025-Q1', { party: 'FJI' })).body).toMatchObject({ nodes: [], edges: [] });
  });

  it.each(['2025', '2025-Q5', '2025-1'])('refuses what is no quarter: %s', async (quarter) => {
    expect(await chancery.contacts(quarter)).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'quarter' }] },
    });
  });

  it('comes as CSV of its edges', async () => {
    const { headers, body } = await chancery.getAs('text/csv', '/contacts/2025-Q1');
    expect(headers['Content-Disposition']).toContain('contacts-2025-Q1.csv');
    expect(csvLines(body).slice(0, 2)).toEqual([
      'dyad,source,target,visits,meetings,calls,talks,strength',
      'BGD-PAK,BGD,PAK,2,4,0,1,5.5',
    ]);
  });
});
