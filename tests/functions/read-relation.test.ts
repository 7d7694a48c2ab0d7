import { beforeAll, describe, expect, it } from 'vitest';
import { as } from '#tests/support/sample-event.ts';
import { visit } from '#tests/support/events.ts';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { service } from '#tests/support/service.ts';

let chancery: ReturnType<typeof service>;
let day = '2025-01-26';

beforeAll(async () => {
  chancery = service(undefined, () => new Date(`${day}T12:00:00Z`));
  await chancery.postCommits(seedBrief);
  day = '2025-04-20';
  const minister = { occurred: '2025-04-17', level: 'foreign-minister', evidence: { credibility: 1 } };
  await chancery.post('visit/dar-dhaka-2025-04', visit(minister));
  const [signatories, source] = [as('BGD:signatory', 'PAK:signatory'), as('BGD:source', 'PAK:target')];
  const inForce = { type: 'AgreementEnteredIntoForce', occurred: '2025-04-02', ...signatories };
  const sanction = {
    type: 'SanctionImposed',
    occurred: '2025-04-03',
    ...source,
    summary: 'Imports by land are stopped',
  };
  for (const [stream, event] of [
    ['agreement/tripartite-1974', inForce],
    ['measure/imports-by-land', sanction],
  ] as const) {
    const { status } = await chancery.post(stream, event);
    if (status !== 201) throw new Error(`${stream} refused it: ${status}`);
  }
  await chancery.catchUp();
});

describe('GET /relations/{dyad}', () => {
  it('tells where the relation stands today, and where each part is told in full', async () => {
    const { status, body } = await chancery.relation('BGD-PAK');
    expect(status).toBe(200);
    const last = { id: 'visit.dar-dhaka-2025-04.1', occurred: '2025-04-17' };
    expect(body).toMatchObject({
      dyad: 'BGD-PAK',
      scale: 'goldstein',
      on: '2025-04-20',
      lastEvent: { ...last, type: 'VisitConducted' },
      lastContact: { ...last, kind: 'visit' },
      lastHighLevelVisit: { ...last, level: 'foreign-minister' },
      n: 29,
      unheld: 1,
      links: { timeline: '/relations/BGD-PAK/timeline', changes: '/changes?dyad=BGD-PAK' },
    });
  });

  it('tells where it stood as it was known at the time of the brief', async () => {
    const { body } = await chancery.relation('BGD-PAK', { asOf: '2025-02-01T00:00:00Z' });
    expect(body).toMatchObject({
      on: '2025-02-01',
      lastEvent: { id: 'relation.BGD-PAK.18', occurred: '2025-01-24' },
      lastContact: { id: 'visit.isi-delegation-dhaka-2025-01.1', kind: 'visit' },
      lastHighLevelVisit: null,
      n: 26,
      quadClasses: {
        'verbal-cooperation': 19,
        'material-cooperation': 1,
        'verbal-conflict': 1,
        'material-conflict': 0,
      },
    });
  });

  it('tells which agreements, missions and sanctions are in force between the two', async () => {
    const { body } = await chancery.relation('BGD-PAK');
    expect(body.agreements).toMatchObject([
      { id: 'tripartite-1974', status: 'in-force', enteredIntoForce: { date: '2025-04-02' } },
    ]);
    // A mission at the level of ambassador was opened in 1976, reciprocally.
    expect(body.missions).toMatchObject([
      { sender: 'BGD', receiver: 'PAK', status: 'open', rank: 'ambassador', since: { date: '1976' } },
      { sender: 'PAK', receiver: 'BGD', status: 'open', rank: 'ambassador', since: { date: '1976' } },
    ]);
    expect(body.sanctions).toMatchObject([
      { id: 'imports-by-land', imposedBy: ['BGD'], imposedOn: ['PAK'], since: { date: '2025-04-03' } },
    ]);
    const then = await chancery.relation('BGD-PAK', { asOf: '2025-02-01T00:00:00Z' });
    expect(then.body).toMatchObject({
      agreements: [],
      sanctions: [],
      missions: [{ status: 'open' }, { status: 'open' }],
    });
  });

  it('has the index that the score has on that day', async () => {
    for (const query of [{}, { scale: 'plover' }, { asOf: '2025-02-01T00:00:00Z' }]) {
      const { index } = (await chancery.relation('BGD-PAK', query)).body;
      const months = (await chancery.score('BGD-PAK', query)).body.items as { index: object }[];
      expect(index).toEqual(months.at(-1)?.index);
    }
  });

  it('leads from the codes in the other order to the canonical dyad, and is empty where nothing is known', async () => {
    expect(await chancery.relation('PAK-BGD')).toMatchObject({
      status: 308,
      headers: { Location: '/relations/BGD-PAK' },
    });
    expect((await chancery.relation('FJI-ISL')).body).toMatchObject({
      lastEvent: null,
      lastContact: null,
      lastHighLevelVisit: null,
      index: { slow: 0, fast: 0, weight: 0 },
      n: 0,
      years: [],
    });
    expect((await chancery.relation('BGD')).status).toBe(404);
  });
});
