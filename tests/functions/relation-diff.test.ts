import { beforeAll, describe, expect, it } from 'vitest';
import { diffPage, type EventDiff } from '#shared/read-models/relations/diff.ts';
import { knownTwice } from '#shared/read-models/relations/known-twice.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';
import { atPosition, correctionAt } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { meeting } from '#tests/support/events.ts';
import { nextQuery, service } from '#tests/support/service.ts';

const relation = 'relation/BGD-PAK';
const id = (version: number) => `relation.BGD-PAK.${version}`;
const noon = (day: number) => `2025-01-${String(day).padStart(2, '0')}T12:00:00Z`;
let chancery: ReturnType<typeof service>;
let day = 10;

/** What is appended is recorded at noon of a day in January 2025. */
const on = async (recorded: number, event: object) => {
  day = recorded;
  const { status } = await chancery.post(relation, event);
  if (status !== 201) throw new Error(`Not recorded: ${JSON.stringify(event)}`);
};

beforeAll(async () => {
  chancery = service(undefined, () => new Date(noon(day)));
  await on(10, meeting({ occurred: '2025-01~' }));
  await on(10, meeting({ occurred: '2025-01-02', modality: 'hypothetical' }));
  await on(10, sampleEvent('ThreatIssued', { occurred: '2025-01-03' }));
  await on(10, sampleEvent('SupportExpressed', { occurred: '2025-01-04' }));
  await on(10, meeting({ occurred: '2025-01-05' }));
  await on(10, meeting({ occurred: '2025-01-06' }));
  await on(15, { type: 'EventDateRefined', of: id(1), occurred: '2025-01-01' });
  await on(15, { type: 'EventConfirmed', of: id(2) });
  await on(15, { type: 'EventRetracted', of: id(3), reason: 'false' });
  await on(15, { type: 'EventDenied', of: id(4), by: 'PAK' });
  await on(15, {
    type: 'EventCorrected',
    of: id(5),
    changes: { ...as('IND:participant', 'PAK:participant'), thirdParties: ['BGD'] },
  });
  await on(16, meeting({ occurred: '2025-01-14', reportedAt: '2025-01-14' }));
  await on(16, meeting({ occurred: '2025-01-15' }));
  await on(17, { type: 'EventRetracted', of: id(13), reason: 'duplicate' });
  day = 28;
  await chancery.catchUp();
});

interface Item {
  readonly kind: string;
  readonly event: { readonly id: string };
  readonly differences: readonly { readonly pointer: string }[];
}
const diff = async (from: number, to: number, query: Record<string, string> = {}) =>
  chancery.get('/relations/BGD-PAK/diff', { from: noon(from), to: noon(to), ...query });
const items = async (...asked: Parameters<typeof diff>) =>
  ((await diff(...asked)).body.items as Item[]).map(({ kind, event }) => [kind, event.id]);

describe('GET /relations/{dyad}/diff', () => {
  it('tells of each event what became of it, newest first, and what is between others now', async () => {
    expect(await items(12, 20)).toEqual([
      ['new', id(12)],
      ['gone', id(5)],
      ['denied', id(4)],
      ['retracted', id(3)],
      ['confirmed', id(2)],
      ['corrected', id(1)],
    ]);
  });

  it('says what was corrected', async () => {
    const { body } = await diff(12, 20);
    const corrected = (body.items as Item[]).find(({ kind }) => kind === 'corrected');
    expect(corrected?.differences).toEqual([{ pointer: '/occurred', from: '2025-01~', to: '2025-01-01' }]);
  });

  it('has nothing where nothing else is known, and all where nothing was known', async () => {
    expect(await items(20, 20)).toEqual([]);
    expect(await items(18, 27)).toEqual([]);
    expect(await items(1, 10)).toHaveLength(6);
  });

  it('tells what was reported in between', async () => {
    expect(await items(13, 15, { knownBy: 'reported' })).toContainEqual(['new', id(12)]);
    expect(await items(15, 20, { knownBy: 'reported' })).not.toContainEqual(['new', id(12)]);
  });

  it('has the index and the words of both times on the first page', async () => {
    const first = await diff(9, 20, { limit: '4' });
    expect(first.body).toMatchObject({
      isCut: false,
      states: {
        before: { on: '2025-01-09', index: { weight: 0 }, words: { tone: ['too little to say of tone: scored events on record: 0, needed: 16'] } }, // prettier-ignore
        after: { on: '2025-01-20' },
      },
    });
    const next = await chancery.get('/relations/BGD-PAK/diff', nextQuery(first));
    expect(next.body).toMatchObject({ states: null, next: null });
    expect([...(first.body.items as Item[]), ...(next.body.items as Item[])]).toHaveLength(5);
  });

  it('is also CSV and NDJSON', async () => {
    const query = { from: noon(12), to: noon(20) };
    const csv = await chancery.getAs('text/csv', '/relations/BGD-PAK/diff', query);
    expect(csv.body.split('\r\n').slice(0, 2)).toEqual([
      'kind,event,type,occurred,participants,modality,changed,summary',
      expect.stringMatching(/^"new","relation\.BGD-PAK\.12","MeetingHeld","2025-01-14"/),
    ]);
    const lines = await chancery.getAs('application/x-ndjson', '/relations/BGD-PAK/diff', query);
    expect(lines.body.trim().split('\n')).toHaveLength(6);
  });

  it('refuses what ends before it begins, what is to come, and what names no instants', async () => {
    const refused = (parameter: string) => ({ status: 400, body: { errors: [{ parameter }] } });
    expect(await diff(20, 12)).toMatchObject(refused('to'));
    expect(await diff(20, 30)).toMatchObject(refused('to'));
    expect(await chancery.get('/relations/BGD-PAK/diff', { to: noon(20) })).toMatchObject(refused('from'));
    expect(await chancery.get('/relations/BGD-PAK/diff', { from: '2025-01-12', to: noon(20) })).toMatchObject(
      refused('from'),
    );
  });
});

describe('the pages of a long comparison', () => {
  const [dyad, count] = ['BGD-PAK', 600];
  const [from, to] = ['2025-01-16T09:30:00Z', '2025-01-16T11:00:00Z']; // between events and corrections, after both
  const dayOf = (at: number) => new Date(Date.UTC(2020, 0, at)).toISOString().slice(0, 10);
  /** Every third event is moved to another day, every other third one to other parties. */
  const corrections = Array.from({ length: 200 }, (_, index) => {
    const [position, of] = [count + index + 1, 3 * index + 1];
    return index % 2 === 0
      ? correctionAt(position, of, { type: 'EventDateRefined', occurred: dayOf((of * 7) % count) })
      : correctionAt(position, of, {
          type: 'EventCorrected',
          changes: { ...as('IND:participant', 'PAK:participant') },
        });
  });
  const events = Array.from({ length: count }, (_, index) => atPosition(index + 1, { occurred: dayOf(index + 1) }));

  const { readModels } = inMemoryStores();
  beforeAll(async () => projectEvents({ readModels }, [...events, ...corrections]));

  it('have what one page has, wherever events were moved, and each reads few rows', async () => {
    let read = 0; // rows
    const counted: RowReader = {
      ...readModels,
      rows: async function* (range) {
        for await (const row of readModels.rows(range)) yield ((read += 1), row);
      },
    };
    const asked = { dyad, from, to };
    const known = await knownTwice(readModels, dyad, asked);
    const whole = await diffPage(known.store, { ...asked, limit: 1000 }, known);
    expect(whole.next).toBeUndefined();
    expect(Map.groupBy(whole.items, ({ kind }) => kind).get('gone')).toHaveLength(100);
    expect(Map.groupBy(whole.items, ({ kind }) => kind).get('corrected')).toHaveLength(100);
    const paged: EventDiff[] = [];
    let page = await diffPage(known.store, { ...asked, limit: 30 }, known);
    for (;;) {
      paged.push(...page.items);
      if (page.next === undefined) break;
      read = 0;
      page = await diffPage(counted, { ...asked, limit: 30, after: page.next });
      expect(read).toBeLessThan(800);
    }
    expect(paged).toEqual(whole.items);
  });

  it('go on where what a first page has read of a long timeline ends', async () => {
    const asked = { dyad, from, to, limit: 1000 };
    const known = await knownTwice(readModels, dyad, asked);
    const whole = await diffPage(known.store, asked, known);
    const cut = ({ events: all }: typeof known.after) => ({ events: all.slice(0, 250), isCut: true });
    const first = await diffPage(readModels, asked, { ...known, before: cut(known.before), after: cut(known.after) });
    expect(first.next).toBeDefined();
    expect(first.items.length).toBeLessThan(whole.items.length);
    const rest = await diffPage(readModels, { ...asked, after: first.next });
    expect([...first.items, ...rest.items]).toEqual(whole.items);
    expect(rest.next).toBeUndefined();
  });
});
