import { beforeAll, describe, expect, it } from 'vitest';
import { nextQuery, service } from '#tests/support/service.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';
import { meeting, visit } from '#tests/support/events.ts';

const relation = 'relation/BGD-PAK';
let chancery: ReturnType<typeof service>;
let day = 16;

/** What is appended is recorded at noon of a day in January 2025. */
const on = async (recorded: number, stream: string, event: object) => {
  day = recorded;
  const { status } = await chancery.post(stream, event);
  expect(status).toBe(201);
};
const noon = (recorded: number) => `2025-01-${recorded}T12:00:00Z`;

beforeAll(async () => {
  chancery = service(undefined, () => new Date(noon(day)));
  const reports = [{ publisher: 'Dawn', origin: 'ispr' }, { publisher: 'BSS' }];
  const seen = { topics: ['defence-ties'], evidence: { reliability: 'B', credibility: 3, reports } };
  await on(16, 'visit/dhaka', visit(seen));
  await on(17, relation, meeting({ summary: 'rumour', modality: 'hypothetical', topics: ['jf-17', 'trade'] }));
  await on(18, 'visit/dhaka', { type: 'EventDateRefined', of: 'visit.dhaka.1', occurred: '2025-01-13/2025-01-18' });
  await on(19, relation, { type: 'EventConfirmed', of: 'relation.BGD-PAK.1' });
  await on(20, relation, sampleEvent('ThreatIssued', { occurred: '2025-01-02' }));
  await on(21, relation, { type: 'EventRetracted', of: 'relation.BGD-PAK.3', reason: 'false' });
  const changes = { participants: meeting().participants.map((who) => ({ ...who, party: who.party === 'BGD' ? 'IND' : who.party })), thirdParties: ['BGD'] }; // prettier-ignore
  await on(22, relation, { type: 'EventCorrected', of: 'relation.BGD-PAK.1', changes });
  await chancery.catchUp();
});

const items = async (query: Record<string, string> = {}, dyad = 'BGD-PAK') => {
  const { status, body } = await chancery.timeline(dyad, { order: 'oldest', ...query });
  expect(status).toBe(200);
  return body.items as Record<string, unknown>[];
};
const ids = async (query: Record<string, string> = {}, dyad?: string) => (await items(query, dyad)).map(({ id }) => id);

describe('the timeline as of an instant', () => {
  it('shows what was known then: an event appears, moves, is confirmed, retracted, and belongs to others', async () => {
    const [visited, met, threat] = ['visit.dhaka.1', 'relation.BGD-PAK.1', 'relation.BGD-PAK.3'];
    expect(await ids({ asOf: '2025-01-16T11:59:59.999Z' })).toEqual([]);
    expect(await items({ asOf: noon(16) })).toMatchObject([{ id: visited, from: '2025-01-01', to: '2025-01-31' }]);
    expect(await ids({ asOf: noon(17) })).toEqual([visited, met]);
    expect(await items({ asOf: noon(18) })).toMatchObject([
      { id: visited, occurred: '2025-01-13/2025-01-18', from: '2025-01-13', to: '2025-01-18', corrections: 1 },
      { id: met, modality: 'hypothetical' },
    ]);
    expect(await items({ asOf: noon(19) })).toMatchObject([{ id: visited }, { id: met, modality: 'held' }]);
    expect(await ids({ asOf: noon(20) })).toEqual([threat, visited, met]);
    expect(await ids({ asOf: noon(21) })).toEqual([visited, met]);
    expect(await ids({ asOf: noon(21), include: 'retracted' })).toEqual([threat, visited, met]);
    expect(await ids({ asOf: noon(22) })).toEqual([visited]);
    expect(await ids({ asOf: noon(22) }, 'IND-PAK')).toEqual([met]);
    expect(await ids({ asOf: noon(21) }, 'IND-PAK')).toEqual([]);
    expect(await ids()).toEqual([visited]);
  });

  it('is asked between days as well: what was known then to have happened between them', async () => {
    expect(await ids({ from: '2025-01-20', asOf: noon(17) })).toEqual(['visit.dhaka.1']);
    expect(await ids({ from: '2025-01-20', asOf: noon(18) })).toEqual([]);
    expect(await ids({ to: '2025-01-13', asOf: noon(18) })).toEqual(['visit.dhaka.1']);
    expect(await ids({ to: '2025-01-12', asOf: noon(18) })).toEqual([]);
  });

  it('takes an instant with any offset', async () => {
    expect(await ids({ asOf: '2025-01-17T18:00:00+06:00' })).toEqual(await ids({ asOf: noon(17) }));
    expect(await ids({ asOf: '2025-01-17T18:00:00+06:01' })).toEqual(await ids({ asOf: noon(16) }));
  });

  it.each(['2025-01-17', 'yesterday', '2025-01-17T12:00:00', ''])('refuses what is no instant: %j', async (asOf) => {
    expect(await chancery.timeline('BGD-PAK', { asOf })).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'asOf' }] },
    });
  });

  it('keeps the instant from page to page, and refuses the cursor of another', async () => {
    const asOf = noon(20);
    const page = await chancery.timeline('BGD-PAK', { asOf, limit: '2', order: 'oldest' });
    const next = nextQuery(page) ?? {};
    expect(next).toMatchObject({ asOf });
    expect(await ids(next)).toEqual(['relation.BGD-PAK.1']);
    for (const other of [
      { asOf: noon(21) },
      { include: 'retracted' },
      { topic: 'trade' },
      { quadClass: 'verbal-conflict' },
    ]) {
      expect(await chancery.timeline('BGD-PAK', { ...next, ...other })).toMatchObject({
        status: 400,
        body: { type: 'urn:chancery:problem:invalid-cursor' },
      });
    }
  });
});

describe('what the timeline includes', () => {
  it('is how many reports an event rests on, and the reports themselves on request', async () => {
    const code = { reliability: 'B', credibility: 3 };
    expect(await items()).toMatchObject([{ id: 'visit.dhaka.1' }]);
    expect((await items())[0]?.evidence).toEqual({ ...code, reportCount: 2, sourceCount: 2 });
    const [full] = await items({ include: 'reports' });
    const reports = [{ publisher: 'Dawn', origin: 'ispr' }, { publisher: 'BSS' }];
    expect(full?.evidence).toEqual({ ...code, reportCount: 2, sourceCount: 2, reports });
    expect((await items({ asOf: noon(17) }))[1]).not.toHaveProperty('evidence');
  });

  it('is refused by name when it is nothing that can be included', async () => {
    expect(await chancery.timeline('BGD-PAK', { include: 'reports,everything' })).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'include' }] },
    });
  });
});

describe('a timeline of some topics or quad classes', () => {
  const asOf = noon(20);

  it.each([
    ['trade', ['relation.BGD-PAK.1']],
    ['defence-ties,trade', ['visit.dhaka.1', 'relation.BGD-PAK.1']],
    ['visas', []],
  ])('shows what is about one of %s', async (topic, shown) => {
    expect(await ids({ asOf, topic })).toEqual(shown);
  });

  it.each([
    ['verbal-conflict', ['relation.BGD-PAK.3']],
    ['verbal-cooperation', ['visit.dhaka.1', 'relation.BGD-PAK.1']],
    ['material-conflict,verbal-conflict', ['relation.BGD-PAK.3']],
    ['material-cooperation', []],
  ])('shows what is %s', async (quadClass, shown) => {
    expect(await ids({ asOf, quadClass })).toEqual(shown);
  });

  it('combines them with each other and with what is included', async () => {
    expect(await ids({ quadClass: 'verbal-conflict', include: 'retracted' })).toEqual(['relation.BGD-PAK.3']);
    expect(await ids({ asOf, quadClass: 'verbal-cooperation', topic: 'jf-17' })).toEqual(['relation.BGD-PAK.1']);
    expect(await ids({ asOf, quadClass: 'verbal-conflict', topic: 'jf-17' })).toEqual([]);
  });

  it('refuses a quad class that does not exist', async () => {
    expect(await chancery.timeline('BGD-PAK', { quadClass: 'cooperation' })).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'quadClass' }] },
    });
  });
});
