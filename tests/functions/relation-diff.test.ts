import { beforeAll, describe, expect, it } from 'vitest';
import { eventDiffs } from '#shared/read-models/relations/diff.ts';
import type { ListedEvent } from '#shared/projections/engine/event-list.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';
import { atPosition } from '#tests/support/feed-events.ts';
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
  it('tells of each event what became of it, newest first, and at the end what is between others now', async () => {
    expect(await items(12, 20)).toEqual([
      ['new', id(12)],
      ['denied', id(4)],
      ['retracted', id(3)],
      ['confirmed', id(2)],
      ['corrected', id(1)],
      ['gone', id(5)],
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

describe('the differences of a timeline that is longer than what is read', () => {
  const [one, two, three, four] = [1, 2, 3, 4].map((at): ListedEvent => ({
    ...atPosition(at),
    from: `2025-01-1${at}`,
    to: null,
  })) as [ListedEvent, ListedEvent, ListedEvent, ListedEvent];

  it('are those of the days that both times reach', () => {
    const before = { events: [three, two, one], isCut: true };
    const after = { events: [four, three, two], isCut: true };
    expect(eventDiffs({ before, after }).map(({ kind, event }) => [kind, event.id])).toEqual([['new', four.id]]);
    const whole = eventDiffs({ before: { ...before, isCut: false }, after: { ...after, isCut: false } });
    expect(whole.map(({ kind }) => kind)).toEqual(['new', 'gone']);
  });
});
