import { beforeEach, describe, expect, it } from 'vitest';
import { monthsBetween } from '#shared/domain/dates/calendar.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import { as } from '#tests/support/sample-event.ts';
import { nextQuery, service } from '#tests/support/service.ts';

const confirmed = { evidence: { credibility: 1 } };
const met = { type: 'MeetingHeld', occurred: '2025-01-14', ...as('BGD:participant', 'PAK:participant'), ...confirmed };
const visited = {
  type: 'VisitConducted',
  occurred: '2025-01-13/2025-01-18',
  ...as('BGD:visitor', 'PAK:host'),
  ...confirmed,
};
const [relation, trip] = ['relation/BGD-PAK', 'visit/islamabad'];

let clock: Date;
let chancery: ReturnType<typeof service>;

beforeEach(() => {
  clock = new Date('2025-03-10T12:00:00.000Z');
  chancery = service(undefined, () => clock);
});

let cities = 0;
/** Records events that resemble no others: each is in a city of its own. */
const record = async (stream: string, ...events: object[]) => {
  const apart = events.map((event) => ('of' in event ? event : { place: { city: `City ${(cities += 1)}` }, ...event }));
  expect(await chancery.post(stream, apart)).toMatchObject({ status: 201 });
  await chancery.catchUp();
};
const months = async (query: Record<string, string> = {}) => (await chancery.score('BGD-PAK', query)).body.items as Record<string, unknown>[]; // prettier-ignore
const month = async (name: string, query: Record<string, string> = {}) =>
  (await months(query)).find((one) => one.month === name);

describe('GET /relations/{dyad}/score', () => {
  it('tells, of the twelve months to this one, how many events there were, their mean, and where the relation stood', async () => {
    await record(relation, met, { ...met, type: 'TalksHeld', evidence: { credibility: 3 } });
    const { body } = await chancery.score('BGD-PAK');
    expect(body).toMatchObject({ dyad: 'BGD-PAK', scale: 'goldstein', indexDay: '2025-03-10', next: null });
    expect((await months()).map((one) => one.month)).toEqual(monthsBetween('2024-04', '2025-03'));
    expect(await months()).toHaveLength(12);
    expect(await month('2025-01')).toEqual({
      month: '2025-01',
      n: 2,
      weight: 1.5, // 1 confirmed + .5 possibly true
      mean: 3, // (1·1 + .5·7) / 1.5
      min: 1,
      max: 7,
      interval: { low: -10, high: 10 }, // two events so far apart say little of their mean
      quadClasses: { 'verbal-cooperation': 2, 'material-cooperation': 0, 'verbal-conflict': 0, 'material-conflict': 0 },
      // On 31 January, 17 days later: 4.5·2^(-17/180) = 4.215 over 2 + 1.5·2^(-17/180) = 3.405; fast: (3.038 + 4·1.238)
      // / (1.013 + 4)
      index: { slow: 1.238, fast: 1.594, weight: 1.405 },
      events: '/relations/BGD-PAK/timeline?from=2025-01-01&to=2025-01-31&modality=held',
    });
  });

  it('counts a visit and a criticism made on it both', async () => {
    await record(trip, visited);
    const criticism = { type: 'CriticismExpressed', occurred: '2025-01-14', ...as('PAK:source', 'BGD:target') };
    await record(relation, { ...criticism, partOf: eventId(trip, 1), ...confirmed });
    expect(await month('2025-01')).toMatchObject({ n: 2, mean: -0.05, min: -2, max: 1.9 });
  });

  it('divides what is dated to a year among its months', async () => {
    await record(trip, { ...visited, occurred: '1985' });
    const year = await months({ from: '1985-01', to: '1985-12' });
    expect(year[0]).toMatchObject({ month: '1985-01', n: 0.085, weight: 0.085, mean: 1.9 });
    expect(year[6]).toMatchObject({ month: '1985-07', n: 0.085, weight: 0.085, mean: 1.9 });
    expect((await months({ from: '1985-01', to: '1985-12', asOf: clock.toISOString() }))[6]).toEqual({
      ...year[6],
      events: `${String(year[6]?.events)}&asOf=2025-03-10T12%3A00%3A00.000Z`,
    });
  });

  it('says null, not 0, of a month without events', async () => {
    await record(relation, met);
    expect(await month('2025-02')).toMatchObject({ n: 0, weight: 0, mean: null, min: null, max: null, interval: null });
  });

  it('counts a visit with three meetings, and what was declared in one of them, once: by the highest score', async () => {
    await record(trip, visited);
    const part = { partOf: eventId(trip, 1) };
    await record(relation, { ...met, ...part }, { ...met, ...part }, { ...met, ...part });
    expect(await month('2025-01')).toMatchObject({ n: 1, mean: 1.9 });
    const intent = { type: 'IntentDeclared', field: 'military', ...as('BGD:declarant', 'PAK:addressee'), ...confirmed };
    await record(relation, { ...intent, occurred: '2025-01-14', partOf: eventId(relation, 2) });
    expect(await month('2025-01')).toMatchObject({ n: 1, mean: 5.2 });
    expect(await month('2025-01', { scale: 'plover' })).toMatchObject({ n: 1, mean: 4 });
  });

  it('counts a meeting that was recorded before its visit, or that turns out to belong to it, no more', async () => {
    await record(relation, { ...met, partOf: eventId(trip, 1) }, met);
    expect(await month('2025-01')).toMatchObject({ n: 2 });
    await record(trip, visited);
    expect(await month('2025-01')).toMatchObject({ n: 2, mean: 1.45 }); // (1.9 + 1) / 2
    await record(relation, { type: 'EventCorrected', of: eventId(relation, 2), changes: { partOf: eventId(trip, 1) } });
    expect(await month('2025-01')).toMatchObject({ n: 1, mean: 1.9 });
    await record(trip, { type: 'EventRetracted', of: eventId(trip, 1), reason: 'false' });
    expect(await month('2025-01')).toMatchObject({ n: 1, mean: 1 });
  });

  it('moves an event to the month that its date is refined to, and tells as of before where it was', async () => {
    await record(relation, { ...met, occurred: '2025-01~' });
    const before = clock.toISOString();
    clock = new Date('2025-03-11T12:00:00.000Z');
    await record(relation, { type: 'EventDateRefined', of: eventId(relation, 1), occurred: '2025-02-03' });
    expect([await month('2025-01'), await month('2025-02')]).toMatchObject([{ n: 0 }, { n: 1 }]);
    const then = { asOf: before };
    expect([await month('2025-01', then), await month('2025-02', then)]).toMatchObject([{ n: 1 }, { n: 0 }]);
    expect((await month('2025-01', then))?.events).toContain('asOf=2025-03-10T12%3A00%3A00.000Z');
    expect((await chancery.score('BGD-PAK', then)).body.indexDay).toBe('2025-03-10');
  });

  it('is moved by nothing that happened only perhaps, long, or in the background', async () => {
    await record(
      relation,
      { ...met, modality: 'hypothetical' },
      { ...met, occurred: '2024-08/..' },
      { type: 'ContextEventRecorded', kind: 'war', occurred: '1971', ...as('BGD:subject', 'PAK:subject') },
    );
    for (const { n } of await months({ from: '1970-01' })) expect(n).toBe(0);
  });

  it('comes in pages, leads to the canonical dyad, and names what is wrong with a month', async () => {
    await record(relation, met);
    const first = await chancery.score('BGD-PAK', { limit: '5' });
    const second = await chancery.score('BGD-PAK', nextQuery(first));
    expect((second.body.items as { month: string }[]).map((one) => one.month)[0]).toBe('2024-09');
    expect(await chancery.score('PAK-BGD', { scale: 'plover' })).toMatchObject({
      status: 308,
      headers: { Location: '/relations/BGD-PAK/score?scale=plover' },
    });
    for (const query of [{ from: '2025-13' }, { from: '2025-02', to: '2025-01' }, { scale: 'other' }]) {
      const { status, body } = await chancery.score('BGD-PAK', { ...query });
      expect({ status, type: body.type }).toEqual({ status: 400, type: 'urn:chancery:problem:invalid-request' });
    }
    expect(await chancery.score('FJI-ISL')).toMatchObject({ status: 200 });
  });
});

describe('GET /relations', () => {
  const withIndia = { ...met, ...as('BGD:participant', 'IND:participant') };
  const withChina = { ...met, type: 'TalksHeld', ...as('BGD:participant', 'CHN:participant') };
  const partners = async (query: Record<string, string> = {}) => {
    const { body } = await chancery.partners({ party: 'BGD', ...query });
    return (body.items as { partner: string }[]).map(({ partner }) => partner);
  };

  beforeEach(async () => {
    await record(relation, met, met, { ...met, occurred: '2024-01-14', type: 'TalksHeld' });
    await record('relation/BGD-IND', withIndia, { ...withIndia, occurred: '2023-04-14', cameo: '190' });
    await record('relation/BGD-CHN', withChina);
  });

  it('ranks the partners of a party by volume, by score, and by change; null comes last', async () => {
    expect(await partners()).toEqual(['PAK', 'CHN', 'IND']);
    expect(await partners({ sort: 'score' })).toEqual(['CHN', 'IND', 'PAK']);
    expect(await partners({ sort: 'change' })).toEqual(['IND', 'PAK', 'CHN']);
  });

  it('explains each rank by its figures', async () => {
    const { body } = await chancery.partners({ party: 'BGD', sort: 'change' });
    expect(body).toMatchObject({ party: 'BGD', scale: 'goldstein', from: '2024-04', to: '2025-03' });
    expect(body.items).toMatchObject([
      { partner: 'IND', dyad: 'BGD-IND', n: 1, mean: 1, meanBefore: -10, change: 11 },
      { partner: 'PAK', dyad: 'BGD-PAK', n: 2, mean: 1, meanBefore: 7, change: -6 },
      { partner: 'CHN', dyad: 'BGD-CHN', n: 1, mean: 7, meanBefore: null, change: null },
    ]);
  });

  it('ranks as it was known, and in any window', async () => {
    const before = clock.toISOString();
    clock = new Date('2025-03-11T12:00:00.000Z');
    await record(relation, { type: 'EventRetracted', of: eventId(relation, 1), reason: 'duplicate' });
    await record(relation, { type: 'EventRetracted', of: eventId(relation, 2), reason: 'duplicate' });
    expect(await partners()).toEqual(['CHN', 'IND']);
    expect(await partners({ asOf: before })).toEqual(['PAK', 'CHN', 'IND']);
    expect(await partners({ from: '2023-01', to: '2024-06' })).toEqual(['IND', 'PAK']);
  });

  it('comes in pages; who has no partner has an empty list; a party that is none is a fault', async () => {
    const first = await chancery.partners({ party: 'BGD', limit: '2' });
    const rest = await chancery.partners(nextQuery(first) ?? {});
    expect((rest.body.items as { partner: string }[]).map(({ partner }) => partner)).toEqual(['IND']);
    expect(await chancery.partners({ party: 'ISL' })).toMatchObject({ status: 200, body: { items: [], next: null } });
    expect(await chancery.partners({ party: 'XXX' })).toMatchObject({ status: 400 });
  });
});
