import { beforeAll, describe, expect, it } from 'vitest';
import { csvLines } from '#tests/support/csv-lines.ts';
import { operations } from '#tests/support/operations.ts';
import { as } from '#tests/support/sample-event.ts';
import { nextQuery } from '#tests/support/service.ts';
import { lifecycleService } from '#tests/support/lifecycle-service.ts';

const chancery = lifecycleService();

beforeAll(async () => {
  const { record } = chancery;
  const both = as('BGD:signatory', 'PAK:signatory');
  const signed = { type: 'AgreementSigned', title: 'Trade agreement', occurred: '2020-01-10', ...both };
  const ratified = (party: 'BGD' | 'PAK', occurred: string) => ({
    type: 'AgreementRatified',
    occurred,
    ...as(`${party}:signatory`),
  });
  await record('2025-01-01', 'agreement/trade', signed, ratified('BGD', '2020-03-01'));
  await record('2025-01-02', 'agreement/trade', ratified('PAK', '2020-06-01'));
  await record('2025-01-03', 'agreement/trade', { type: 'EventRetracted', of: 'agreement.trade.3', reason: 'false' });
  await record('2025-01-04', 'agreement/visas', { ...signed, title: 'Visa waiver', occurred: '2024-08' });
  const convention = { ...signed, title: 'Convention', ...as('BGD:signatory', 'IND:signatory') };
  await record('2025-01-05', 'agreement/convention', convention);
  const entered = {
    type: 'AgreementEnteredIntoForce',
    occurred: '2021-01-01',
    ...as('BGD:signatory', 'IND:signatory'),
  };
  await record('2025-01-06', 'agreement/convention', entered, {
    type: 'AgreementAcceded',
    occurred: '2022-01-01',
    ...as('PAK:signatory'),
  });

  const imposed = { type: 'SanctionImposed', occurred: '2020-05-01', ...as('GBR:source', 'RUS:target') };
  await record('2025-01-07', 'measure/arms', imposed);
  await record('2025-01-08', 'measure/arms', {
    type: 'SanctionLifted',
    occurred: '2024-12-01',
    ...as('GBR:source', 'RUS:target'),
  });
  await record('2025-01-09', 'measure/oil', { ...imposed, occurred: '2022-03' });
  await record('2025-01-10', 'measure/counter', {
    ...imposed,
    occurred: '2022-04-01',
    ...as('RUS:source', 'GBR:target'),
  });

  const mission = as('BGD:sender', 'PAK:receiver');
  await record('2025-01-11', 'mission/BGD-PAK', {
    type: 'MissionOpened',
    occurred: '1976',
    reciprocal: true,
    level: 'ambassador',
    ...mission,
  });
  const downgraded = {
    type: 'RepresentationDowngraded',
    occurred: '2016-01',
    level: 'charge-d-affaires',
    ...as('PAK:sender', 'BGD:receiver'),
  };
  await record('2025-01-12', 'mission/PAK-BGD', downgraded);
  chancery.setToday('2025-01-20');
});

const noon = (day: number) => `2025-01-${String(day).padStart(2, '0')}T12:00:00Z`;

const agreements = async (query: Record<string, string>) => {
  const { status, body } = await chancery.agreements(query);
  expect(status).toBe(200);
  return (body.items as { id: string; status: string }[]).map((item) => `${item.id} ${item.status}`);
};

describe('GET /agreements', () => {
  it('tells what holds between two, also by a treaty that one of them joined later', async () => {
    expect(await agreements({ dyad: 'BGD-PAK' })).toEqual(['convention in-force', 'trade signed', 'visas signed']);
    expect(await agreements({ party: 'IND' })).toEqual(['convention in-force']);
    expect(await agreements({ dyad: 'BGD-FJI' })).toEqual([]);
  });

  it('tells what was in force on a day, as known at an instant: before a late report, after it, and after its retraction', async () => {
    const inForce = async (inForceOn: string, day: number) =>
      agreements({ dyad: 'BGD-PAK', inForceOn, knownOn: noon(day) });
    expect(await inForce('2020-06-01', 1)).toEqual([]);
    expect(await inForce('2020-06-01', 2)).toEqual(['trade presumed-in-force']);
    expect(await inForce('2020-05-31', 2)).toEqual([]);
    expect(await inForce('2020-06-01', 3)).toEqual([]);
    expect(await inForce('2021-06-01', 6)).toEqual([]);
    expect(await inForce('2022-01-01', 6)).toEqual(['convention in-force']);
    expect(await inForce('2022-01-01', 5)).toEqual([]);
  });

  it('lists those of all parties, page by page', async () => {
    const all = ['convention in-force', 'trade signed', 'visas signed'];
    expect(await agreements({})).toEqual(all);
    expect(await agreements({ asOf: noon(3) })).toEqual(['trade signed']);
    const seen: string[] = [];
    for (let query: Record<string, string> | undefined = { limit: '1' }; query !== undefined;) {
      seen.push(...(await agreements(query)));
      query = nextQuery(await chancery.agreements(query));
    }
    expect(seen).toEqual(all);
  });

  it('shows the day of the instant when no day is named', async () => {
    expect(await agreements({ dyad: 'BGD-PAK', asOf: noon(2) })).toEqual(['trade presumed-in-force']);
  });

  it('filters by status and goes page by page', async () => {
    expect(await agreements({ dyad: 'BGD-PAK', status: 'signed', on: '2024-07-01' })).toEqual(['trade signed']);
    const page = await chancery.agreements({ dyad: 'BGD-PAK', limit: '2' });
    expect(await agreements(nextQuery(page) ?? {})).toEqual(['visas signed']);
    const cursor = String(page.body.next);
    expect(await chancery.agreements({ party: 'BGD', cursor })).toMatchObject({ status: 400 });
  });

  it.each([
    [{ party: 'BGD', dyad: 'BGD-PAK' }, 'party'],
    [{ party: 'BGD', inForceOn: '2020-01-01', status: 'signed' }, 'inForceOn'],
    [{ party: 'BGD', knownOn: noon(1), asOf: noon(1) }, 'knownOn'],
    [{ party: 'Narnia' }, 'party'],
  ])('names the parameter at fault: %j', async (query, parameter) => {
    expect(await chancery.agreements(query)).toMatchObject({ status: 400, body: { errors: [{ parameter }] } });
  });

  it('speaks CSV', async () => {
    const { body } = await chancery.agreementsAsCsv({ dyad: 'BGD-PAK', status: 'in-force' });
    expect(csvLines(body)[1]).toMatch(
      /^convention,Convention,in-force,true,BGD; IND; PAK,BGD:2020-01-10; IND:2020-01-10,,PAK:2022-01-01,/,
    );
  });
});

describe('GET /agreements/{agreementId}', () => {
  it('tells the whole course of one', async () => {
    expect(await chancery.agreement('trade', { asOf: noon(2) })).toMatchObject({
      status: 200,
      body: { title: 'Trade agreement', status: 'presumed-in-force', events: [{ id: 'agreement.trade.1' }, {}, {}] },
    });
  });

  it('answers 404 for one of which nothing had happened', async () => {
    expect(await chancery.agreement('unheard-of')).toMatchObject({ status: 404 });
    expect(await chancery.agreement('trade', { on: '1999-01-01' })).toMatchObject({ status: 404 });
  });
});

describe('GET /sanctions', () => {
  const sanctions = async (query: Record<string, string>) => {
    const { status, body } = await chancery.sanctions(query);
    expect(status).toBe(200);
    return (body.items as { id: string; status: string }[]).map((item) => `${item.id} ${item.status}`);
  };

  it('tells both ways what stands between two, or what a party imposes or suffers', async () => {
    const all = ['arms lifted', 'counter in-force', 'oil in-force'];
    expect(await sanctions({ dyad: 'GBR-RUS' })).toEqual(all);
    expect(await sanctions({ party: 'RUS' })).toEqual(all);
    expect(await sanctions({ party: 'RUS', role: 'source' })).toEqual(['counter in-force']);
    expect(await sanctions({ party: 'RUS', role: 'target', status: 'in-force' })).toEqual(['oil in-force']);
    expect(await sanctions({ dyad: 'GBR-FRA' })).toEqual([]);
    expect(await sanctions({})).toEqual(all);
    expect(await sanctions({ inForceOn: '2021-01-01' })).toEqual(['arms in-force']);
  });

  it('tells what was in force on a day, as known at an instant', async () => {
    expect(await sanctions({ party: 'RUS', inForceOn: '2021-01-01' })).toEqual(['arms in-force']);
    expect(await sanctions({ party: 'RUS', inForceOn: '2024-12-31' })).toEqual(['counter in-force', 'oil in-force']);
    expect(await sanctions({ party: 'RUS', inForceOn: '2024-12-31', asOf: noon(7) })).toEqual(['arms in-force']);
  });

  it.each([
    [{ dyad: 'GBR-RUS', role: 'source' }, 'role'],
    [{ role: 'source' }, 'role'],
    [{ dyad: 'GBR-RUS', party: 'GBR' }, 'party'],
    [{ party: 'RUS', role: 'host' }, 'role'],
    [{ party: 'RUS', inForceOn: '2020-01-01', on: '2020-01-01' }, 'inForceOn'],
  ])('names the parameter at fault: %j', async (query, parameter) => {
    expect(await chancery.sanctions(query)).toMatchObject({ status: 400, body: { errors: [{ parameter }] } });
  });
});

describe('GET /relations/{dyad}/representation', () => {
  it('tells each direction, and in what they differ', async () => {
    const { status, body } = await chancery.representation('BGD-PAK');
    expect([status, body]).toMatchObject([
      200,
      {
        on: '2025-01-20',
        missions: [
          { sender: 'BGD', status: 'open', rank: 'ambassador' },
          { sender: 'PAK', status: 'open', rank: 'charge-d-affaires' },
        ],
        asymmetries: [{ kind: 'rank' }],
      },
    ]);
  });

  it('tells it on a day, as known at an instant', async () => {
    expect((await chancery.representation('BGD-PAK', { on: '2015-01-01' })).body.asymmetries).toEqual([]);
    expect((await chancery.representation('BGD-PAK', { asOf: noon(11) })).body.asymmetries).toEqual([]);
    expect((await chancery.representation('FJI-ISL')).body).toMatchObject({ missions: [{ status: 'unknown' }, {}] });
  });

  it('leads to the canonical dyad, and knows what is none', async () => {
    expect(await chancery.representation('PAK-BGD', { on: '2015-01-01' })).toMatchObject({
      status: 308,
      headers: { Location: '/relations/BGD-PAK/representation?on=2015-01-01' },
    });
    expect(await chancery.representation('BGD')).toMatchObject({ status: 404 });
  });
});

describe('what the registers answer', () => {
  it.each([
    ['GET /agreements', async () => chancery.agreements({ party: 'BGD' })],
    ['GET /agreements/{agreementId}', async () => chancery.agreement('convention')],
    ['GET /sanctions', async () => chancery.sanctions({ party: 'RUS' })],
    ['GET /relations/{dyad}/representation', async () => chancery.representation('BGD-PAK')],
  ])('is what its description says: %s', async (name, asked) => {
    const { status, body } = await asked();
    expect(status).toBe(200);
    const described = operations[name]?.responses[200]?.content?.['application/json'];
    expect(described?.safeParse(body)).toMatchObject({ success: true, data: body });
  });
});
