import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvLines } from '#tests/support/csv-lines.ts';
import { operations } from '#tests/support/operations.ts';
import { as } from '#tests/support/sample-event.ts';
import { nextQuery } from '#tests/support/service.ts';
import { lifecycleService } from '#tests/support/lifecycle-service.ts';

const chancery = lifecycleService();
const who = as('BGD:visitor', 'PAK:host');

const announced = (plannedFor?: string, more: object = {}) => ({
  type: 'VisitAnnounced',
  occurred: '2025-01-02',
  ...who,
  ...(plannedFor && { plannedFor }),
  ...more,
});

beforeAll(async () => {
  const { record } = chancery;
  await record('2025-01-03', 'visit/army', announced('2025-01~'));
  await record('2025-01-04', 'visit/army', { type: 'VisitConducted', occurred: '2025-01~', ...who });
  await record(
    '2025-01-06',
    'visit/trade',
    announced('2025-03-10/2025-03-12', { place: { city: 'Lahore', country: 'PAK' } }),
  );
  await record('2025-01-07', 'visit/minister', announced('2025-04-20'), {
    type: 'VisitPostponed',
    occurred: '2025-01-07',
    ...who,
  });
  await record('2025-01-08', 'visit/students', announced('2025-02-01'));
  await record('2025-01-09', 'visit/poets', announced('2025-02-10'), {
    type: 'VisitCancelled',
    occurred: '2025-01-09',
    ...who,
  });
  await record('2025-01-10', 'visit/china', announced('2025-02-15', as('CHN:visitor', 'PAK:host')));
  await record('2025-01-11', 'visit/rumour', announced('2025-05'), {
    type: 'EventRetracted',
    of: 'visit.rumour.1',
    reason: 'false',
  });
  await record('2025-01-12', 'visit/army', {
    type: 'EventDateRefined',
    of: 'visit.army.2',
    occurred: '2025-01-13/2025-01-18',
  });
  chancery.setToday('2025-02-20');
});

const found = async (query: Record<string, string>) => {
  const { status, body } = await chancery.visits({ dyad: 'BGD-PAK', ...query });
  expect(status).toBe(200);
  return (body.items as { id: string; status: string }[]).map(({ id, status: stands }) => `${id} ${stands}`);
};

describe('GET /visits', () => {
  it('lists each visit once, by its days, as it stands today', async () => {
    expect(await found({})).toEqual([
      'minister postponed',
      'army conducted',
      'students overdue',
      'poets cancelled',
      'trade upcoming',
    ]);
  });

  it('lists those of a party, of a dyad in either order, and of nobody', async () => {
    const party = await chancery.visits({ party: 'PAK' });
    expect(party.body.items).toHaveLength(6);
    expect(await found({ dyad: 'PAK-BGD' })).toEqual(await found({}));
    expect(await found({ dyad: 'FJI-ISL' })).toEqual([]);
  });

  it.each([
    [{ from: '2025-02-01', to: '2025-02-28' }, ['students overdue', 'poets cancelled']],
    [{ from: '2025-01-18', to: '2025-01-18' }, ['army conducted']],
    [{ from: '2025-03-12' }, ['trade upcoming']],
    [{ status: 'upcoming,postponed' }, ['minister postponed', 'trade upcoming']],
    [{ on: '2025-01-15', from: '2025-01-10', to: '2025-02-05' }, ['army under-way', 'students upcoming']],
    [{ on: '2025-03-11', status: 'under-way' }, ['trade under-way']],
  ])('filters by days and status, as it stands on a day: %j', async (query, visits) => {
    expect(await found(query)).toEqual(visits);
  });

  it('shows as of an instant what was known then: a visit moves when its date is refined', async () => {
    const at = async (day: number) => {
      const { body } = await chancery.visits({
        dyad: 'BGD-PAK',
        asOf: `2025-01-${String(day).padStart(2, '0')}T12:00:00Z`,
      });
      return (body.items as { status: string; actual: { date: string } | null }[]).map(({ status, actual }) => [
        status,
        actual?.date,
      ]);
    };
    expect(await at(2)).toEqual([]);
    expect(await at(3)).toEqual([['upcoming', undefined]]);
    expect(await at(4)).toEqual([['under-way', '2025-01~']]);
    expect((await at(12)).find(([, date]) => date !== undefined)).toEqual(['upcoming', '2025-01-13/2025-01-18']);
    const days = { from: '2025-01-20', to: '2025-01-31', on: '2025-02-20' };
    expect(await found({ ...days, asOf: '2025-01-04T12:00:00Z' })).toEqual(['army conducted']);
    expect(await found({ ...days, asOf: '2025-01-12T12:00:00Z' })).toEqual([]);
  });

  it('goes page by page, and refuses the cursor of another list', async () => {
    const ids: string[] = [];
    let query: Record<string, string> | undefined = { dyad: 'BGD-PAK', limit: '2' };
    while (query !== undefined && ids.length < 20) {
      const page = await chancery.visits(query);
      ids.push(...(page.body.items as { id: string }[]).map(({ id }) => id));
      query = nextQuery(page);
    }
    expect(ids).toEqual(['minister', 'army', 'students', 'poets', 'trade']);
    const cursor = String((await chancery.visits({ dyad: 'BGD-PAK', limit: '1' })).body.next);
    expect(await chancery.visits({ party: 'PAK', cursor })).toMatchObject({ status: 400 });
  });

  it.each([
    [{}, 'party'],
    [{ party: 'PAK', dyad: 'BGD-PAK' }, 'party'],
    [{ dyad: 'BGD' }, 'dyad'],
    [{ party: 'PAK', status: 'gone' }, 'status'],
    [{ party: 'PAK', from: '2025-02-01', to: '2025-01-01' }, 'to'],
    [{ party: 'PAK', on: 'today' }, 'on'],
  ])('names the parameter at fault: %j', async (query, parameter) => {
    expect(await chancery.visits(query)).toMatchObject({ status: 400, body: { errors: [{ parameter }] } });
  });

  it('answers what its description says', async () => {
    const { body } = await chancery.visits({ party: 'PAK' });
    const described = operations['GET /visits']?.responses[200]?.content?.['application/json'];
    expect(described?.safeParse(body)).toMatchObject({ success: true, data: body });
  });

  it('speaks CSV', async () => {
    const { headers, body } = await chancery.visitsAs('text/csv', { dyad: 'BGD-PAK', from: '2025-03-01' });
    expect(headers['Content-Type']).toContain('text/csv');
    expect(csvLines(body)[1]).toMatch(
      /^trade,upcoming,BGD,PAK,,2025-03-10\/2025-03-12,,2025-03-10,2025-03-12,PAK,Lahore,/,
    );
  });
});

describe('the visits calendar as iCalendar', () => {
  const events = async (query: Record<string, string> = {}) => {
    const { statusCode, headers, body } = await chancery.visitsAs('text/calendar', { dyad: 'BGD-PAK', ...query });
    expect(statusCode).toBe(200);
    expect(headers['Content-Type']).toBe('text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(body));
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  };
  const eventOf = async (name: string, query?: Record<string, string>) =>
    (await events(query)).find(({ uid }) => uid === `visit.${name}@chancery`);

  it('has the visits with a known day, and leaves out those without', async () => {
    const uids = (await events()).map(({ uid }) => uid);
    expect(uids).toEqual(['army', 'students', 'poets', 'trade'].map((name) => `visit.${name}@chancery`));
  });

  it('has all-day events that end before the day after the last', async () => {
    const army = await eventOf('army');
    expect([army?.startDate.isDate, army?.startDate.toString(), army?.endDate.toString()]).toEqual([
      true,
      '2025-01-13',
      '2025-01-19',
    ]);
    const poets = await eventOf('poets');
    expect([poets?.startDate.toString(), poets?.endDate.toString()]).toEqual(['2025-02-10', '2025-02-11']);
  });

  it('says what is confirmed, tentative or cancelled, where it is, and since when that is known', async () => {
    const told = async (name: string) => {
      const event = await eventOf(name);
      return [
        event?.component.getFirstPropertyValue('status'),
        event?.sequence,
        event?.component.getFirstPropertyValue('dtstamp')?.toString(),
      ];
    };
    expect(await told('army')).toEqual(['CONFIRMED', 2, '2025-01-12T12:00:00Z']);
    expect(await told('trade')).toEqual(['TENTATIVE', 0, '2025-01-06T12:00:00Z']);
    expect(await told('poets')).toEqual(['CANCELLED', 1, '2025-01-09T12:00:00Z']);
    expect((await eventOf('trade'))?.location).toBe('Lahore, PAK');
    expect((await eventOf('trade'))?.description).toContain('Rests on: visit.trade.1');
  });

  it('says in the summary what is uncertain', async () => {
    expect((await eventOf('trade'))?.summary).toBe('BGD visits PAK');
    expect((await eventOf('students'))?.summary).toBe('BGD visits PAK [not known whether held]');
    const asOf = '2025-01-03T12:00:00Z';
    expect((await eventOf('army', { asOf }))?.summary).toBe('BGD visits PAK [dates uncertain: 2025-01~]');
    expect((await eventOf('army', { asOf }))?.endDate.toString()).toBe('2025-02-01');
  });

  it('is the same text for the same knowledge', async () => {
    const text = async () => (await chancery.visitsAs('text/calendar', { dyad: 'BGD-PAK' })).body;
    expect(await text()).toBe(await text());
  });
});
