import { beforeAll, describe, expect, it } from 'vitest';
import { declaredParties } from '#shared/domain/parties/declared-parties.ts';
import { listedOrganisations } from '#shared/domain/parties/memberships.ts';
import { mostOthers } from '#shared/read-models/sanctions/query.ts';
import { csvLines } from '#tests/support/csv-lines.ts';
import { as } from '#tests/support/sample-event.ts';
import { lifecycleService } from '#tests/support/lifecycle-service.ts';

const chancery = lifecycleService();
const imposed = (occurred: string, ...who: Parameters<typeof as>) => ({
  type: 'SanctionImposed',
  occurred,
  ...as(...who),
});
const lifted = (occurred: string, ...who: Parameters<typeof as>) => ({
  type: 'SanctionLifted',
  occurred,
  ...as(...who),
});

beforeAll(async () => {
  await chancery.record(
    '2025-01-01',
    'measure/joint-fji-2006',
    imposed('2006-12-05', 'GBR:source', 'CAN:source', 'FJI:target'),
    lifted('2014-03-01', 'GBR:source', 'FJI:target'),
    lifted('2014-10-31', 'CAN:source', 'FJI:target'),
  );
  await chancery.record(
    '2025-01-02',
    'measure/rus-2014-a',
    imposed('2014-03-17', 'x-eu:source', 'RUS:target'),
    imposed('2014-03-18', 'CHE:source', 'RUS:target'),
  );
  await chancery.record('2025-01-03', 'measure/rus-own', imposed('2022-04', 'DEU:source', 'RUS:target'));
});

const items = async (query: Record<string, string>): Promise<Record<string, unknown>[]> => {
  const { status, body } = await chancery.sanctions(query);
  expect(status).toBe(200);
  return body.items as Record<string, unknown>[];
};

describe('a sanction that several impose', () => {
  it('stands between each of them and the target for itself', async () => {
    const between = async (dyad: string, on = '2014-06-01') => (await items({ dyad, on })).map(({ status }) => status);
    expect(await between('CAN-FJI')).toEqual(['in-force']);
    expect(await between('FJI-GBR')).toEqual(['lifted']);
    expect(await between('CAN-FJI', '2014-11-01')).toEqual(['lifted']);
    expect(await items({ party: 'CAN', inForceOn: '2014-06-01' })).toHaveLength(1);
    expect(await items({ party: 'GBR', inForceOn: '2014-06-01' })).toEqual([]);
    expect(await items({ party: 'FJI', on: '2014-06-01' })).toMatchObject([
      {
        status: 'in-force',
        imposedBy: ['GBR', 'CAN'],
        impositions: [
          { imposer: 'GBR', status: 'lifted', since: { date: '2006-12-05' }, lifted: { date: '2014-03-01' } },
          { imposer: 'CAN', status: 'in-force', since: { date: '2006-12-05' }, lifted: null },
        ],
      },
    ]);
  });

  it('is joined by another', async () => {
    expect(await items({ dyad: 'CHE-RUS', on: '2014-03-17' })).toEqual([]);
    expect(await items({ dyad: 'CHE-RUS', on: '2014-03-18' })).toMatchObject([
      { id: 'rus-2014-a', since: { date: '2014-03-18' }, impositions: [{ imposer: 'CHE', through: null }] },
    ]);
  });

  it('has its state for each in CSV', async () => {
    const { body } = await chancery.getAs('text/csv', '/sanctions', { party: 'FJI', on: '2014-06-01' });
    expect(csvLines(body)[1]).toContain(',GBR>FJI:lifted; CAN>FJI:in-force,');
  });
});

describe('a sanction of the European Union', () => {
  const through = async (dyad: string, on: string) =>
    (await items({ dyad, on })).flatMap(({ id, impositions }) =>
      (impositions as { through: string | null }[]).map((one) => `${String(id)} ${one.through}`),
    );

  it('is through the Union from the day of joining to that of leaving', async () => {
    await chancery.record('2025-01-04', 'measure/irn-2010', imposed('2010-07-26', 'x-eu:source', 'IRN:target'));
    expect(await through('HRV-IRN', '2013-06-30')).toEqual([]);
    expect(await through('HRV-IRN', '2013-07-01')).toEqual(['irn-2010 x-eu']);
    expect(await through('GBR-IRN', '2020-01-31')).toEqual(['irn-2010 x-eu']);
    expect(await through('GBR-IRN', '2020-02-01')).toEqual([]);
  });

  it('is imposed by a Union that members join and leave, which their timelines show, unscored', async () => {
    const joined = { type: 'OrganisationJoined', occurred: '2013-07-01', ...as('HRV:source', 'x-eu:target') };
    const left = { type: 'OrganisationLeft', occurred: '2020-01-31', ...as('GBR:source', 'x-eu:target') };
    await chancery.record('2025-01-05', 'relation/HRV-x-eu', joined);
    await chancery.record('2025-01-05', 'relation/GBR-x-eu', left);
    expect((await chancery.timeline('HRV-x-eu')).body.items).toMatchObject([joined]);
    expect((await chancery.timeline('GBR-x-eu')).body.items).toMatchObject([left]);
    expect((await chancery.relation('GBR-x-eu')).body.index).toMatchObject({ weight: 0 });
  });

  it('shows between a member and the target as through the Union, while it is a member', async () => {
    expect(await through('DEU-RUS', '2019-01-01')).toEqual(['rus-2014-a x-eu']);
    expect(await through('DEU-RUS', '2023-01-01')).toEqual(['rus-2014-a x-eu', 'rus-own null']);
    expect(await through('GBR-RUS', '2019-01-01')).toEqual(['rus-2014-a x-eu']);
    expect(await through('GBR-RUS', '2021-01-01')).toEqual([]);
    expect(await through('RUS-x-eu', '2021-01-01')).toEqual(['rus-2014-a null']);
  });

  it('is through organisations of which a record says that a party joined or left them, as was known then', async () => {
    const step = (type: string, occurred: string, who: `${string}:source`, organisation: string) => ({
      type,
      occurred,
      ...as(who, `${organisation}:target`),
    });
    await chancery.record(
      '2025-02-01',
      'measure/prk-2006',
      imposed('2006-10-14', 'x-eu:source', 'x-oic:source', 'PRK:target'),
    );
    expect(await through('NOR-PRK', '2024-01-01')).toEqual([]);
    await chancery.record(
      '2025-02-02',
      'relation/NOR-x-oic',
      step('OrganisationJoined', '2015', 'NOR:source', 'x-oic'),
    );
    await chancery.record(
      '2025-02-03',
      'relation/HUN-x-eu',
      step('OrganisationLeft', '2022-05-31', 'HUN:source', 'x-eu'),
    );
    expect(await through('NOR-PRK', '2014-12-31')).toEqual([]);
    expect(await through('NOR-PRK', '2015-01-01')).toEqual(['prk-2006 x-oic']);
    expect(await through('HUN-PRK', '2022-05-31')).toEqual(['prk-2006 x-eu']);
    expect(await through('HUN-PRK', '2022-06-01')).toEqual([]);
    const asOf = '2025-02-02T23:00:00.000Z';
    expect(await items({ dyad: 'HUN-PRK', on: '2022-06-01', asOf })).toMatchObject([{ id: 'prk-2006' }]);
    expect((await chancery.get('/relations/NOR-PRK')).body.sanctions).toMatchObject([{ through: ['x-oic'] }]);
    await chancery.record('2025-02-04', 'relation/NOR-x-oic', {
      type: 'EventRetracted',
      of: 'relation.NOR-x-oic.1',
      reason: 'false',
    });
    expect(await through('NOR-PRK', '2015-01-01')).toEqual([]);
    expect(await items({ dyad: 'NOR-PRK', on: '2015-01-01', asOf })).toMatchObject([{ id: 'prk-2006' }]);
  });

  it('is through the listed organisations, however many others a party is said to have joined, and the last 20 of these', async () => {
    const others = Object.keys(declaredParties).filter((one) => !listedOrganisations.includes(one)).slice(0, mostOthers + 1); // prettier-ignore
    const [first = '', second = ''] = others;
    const sanction = { type: 'SanctionImposed', occurred: '2006-10-14' };
    await chancery.record('2025-02-05', 'measure/by-first', { ...sanction, ...as(`${first}:source`, 'PRK:target') });
    await chancery.record('2025-02-05', 'measure/by-second', { ...sanction, ...as(`${second}:source`, 'PRK:target') });
    for (const [index, one] of others.entries()) {
      const occurred = `${2000 + index}-01-01`;
      await chancery.record('2025-02-06', `relation/AUT-${one}`, { type: 'OrganisationJoined', occurred, ...as('AUT:source', `${one}:target`) }); // prettier-ignore
    }
    const found = await through('AUT-PRK', '2050-01-01');
    expect(found).toContain('prk-2006 x-eu');
    expect(found).toContain(`by-second ${second}`);
    expect(found).not.toContain(`by-first ${first}`);
  });

  it('goes on after a cursor', async () => {
    const first = await chancery.sanctions({ dyad: 'DEU-RUS', limit: '1' });
    const rest = await chancery.sanctions({ dyad: 'DEU-RUS', limit: '1', cursor: String(first.body.next) });
    expect([first.body.items, rest.body.items]).toMatchObject([[{ id: 'rus-2014-a' }], [{ id: 'rus-own' }]]);
  });

  it('is in the summary of the relation', async () => {
    const { body } = await chancery.get('/relations/DEU-RUS');
    expect(body.sanctions).toMatchObject([
      { id: 'rus-2014-a', through: ['x-eu'], since: { date: '2014-03-17' } },
      { id: 'rus-own', through: [] },
    ]);
    expect((await chancery.get('/relations/CHE-RUS')).body.sanctions).toMatchObject([
      { id: 'rus-2014-a', through: [] },
    ]);
  });
});
