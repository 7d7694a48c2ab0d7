import { describe, expect, it } from 'vitest';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import { readTimeline, type TimelineQuery } from '#tests/support/read-timeline.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { atPosition, firstRecord } from '#tests/support/feed-events.ts';

/** A timeline of meetings, each with what is said about it, recorded in this order. */
async function given(...meetings: readonly Record<string, unknown>[]) {
  const { readModels } = inMemoryStores();
  const changes = meetings.map((fields, index) => firstRecord(atPosition(index + 1, fields)));
  await applyProjection(timeline, readModels, changes);
  return {
    entries: async (query: Partial<TimelineQuery> = {}) =>
      (await readTimeline(readModels, { dyad: 'BGD-PAK', order: 'oldest', limit: 100, ...query })).items,
    dates: async (query: Partial<TimelineQuery> = {}) =>
      (await readTimeline(readModels, { dyad: 'BGD-PAK', order: 'oldest', limit: 100, ...query })).items.map(
        ({ occurred }) => occurred,
      ),
  };
}

const on = (...days: readonly string[]) => days.map((occurred) => ({ occurred }));

const among = (...parties: readonly string[]) => ({
  participants: parties.map((party) => ({ party, role: 'participant' })),
});

describe('a timeline', () => {
  it('tells events by the day they happened, whenever they were recorded', async () => {
    const { dates } = await given(...on('2025-01-15', '1974-06-27', '2025-01-14'));
    expect(await dates({ order: 'oldest' })).toEqual(['1974-06-27', '2025-01-14', '2025-01-15']);
    expect(await dates({ order: 'newest' })).toEqual(['2025-01-15', '2025-01-14', '1974-06-27']);
  });

  it('tells events of one day in the order of their recording', async () => {
    const { entries } = await given(...on('2025-01-14', '2025-01-14', '2025-01-14'));
    const positions = async (order: 'oldest' | 'newest') => (await entries({ order })).map(({ position }) => position);
    expect(await positions('oldest')).toEqual([1, 2, 3]);
    expect(await positions('newest')).toEqual([3, 2, 1]);
  });

  it('places an imprecise date at its first day and says between which days it lies', async () => {
    const { entries } = await given(...on('2025-01-02', '2025-01~', '2024-12-31', '2024', '../2024-05'));
    expect((await entries()).map(({ occurred, from, to }) => [occurred, from, to])).toEqual([
      ['../2024-05', null, '2024-05-31'],
      ['2024', '2024-01-01', '2024-12-31'],
      ['2024-12-31', '2024-12-31', '2024-12-31'],
      ['2025-01~', '2025-01-01', '2025-01-31'],
      ['2025-01-02', '2025-01-02', '2025-01-02'],
    ]);
  });

  it('shows an event to every pair of those who took part, and to nobody else', async () => {
    const { entries } = await given(among('IND', 'BGD', 'PAK'));
    for (const dyad of ['BGD-IND', 'BGD-PAK', 'IND-PAK']) expect(await entries({ dyad })).toHaveLength(1);
    expect(await entries({ dyad: 'BGD-CHN' })).toEqual([]);
  });

  it('shows an event at home to the relations that it bears on', async () => {
    const { entries } = await given({
      type: 'ContextEventRecorded',
      kind: 'change-of-government',
      participants: [{ party: 'BGD', role: 'subject' }],
      bearsOn: ['BGD-PAK', 'BGD-IND'],
    });
    for (const dyad of ['BGD-PAK', 'BGD-IND']) expect(await entries({ dyad })).toHaveLength(1);
  });

  it('shows an event once, also when the two took part and it bears on them', async () => {
    const { entries } = await given({ bearsOn: ['BGD-PAK'] });
    expect(await entries()).toHaveLength(1);
  });

  it('does not show what merely mentions a party', async () => {
    const { entries } = await given({ thirdParties: ['IND'] });
    expect(await entries({ dyad: 'BGD-IND' })).toEqual([]);
  });

  it('shows what may have happened beside what did', async () => {
    const { entries } = await given({ modality: 'hypothetical' }, { modality: 'held' });
    expect((await entries()).map(({ modality }) => modality)).toEqual(['hypothetical', 'held']);
  });
});

describe('a timeline between two days', () => {
  const days = on('2025-01-12', '2025-01-13', '2025-01-13/2025-01-18', '2025-01-18', '2025-01-19');

  it('holds both of them', async () => {
    const { dates } = await given(...days);
    expect(await dates({ from: '2025-01-13', to: '2025-01-18' })).toEqual([
      '2025-01-13',
      '2025-01-13/2025-01-18',
      '2025-01-18',
    ]);
  });

  it('holds what began before them or ended after them', async () => {
    const { dates } = await given(...days);
    expect(await dates({ from: '2025-01-15', to: '2025-01-16' })).toEqual(['2025-01-13/2025-01-18']);
    expect(await dates({ from: '2025-01-18' })).toEqual(['2025-01-13/2025-01-18', '2025-01-18', '2025-01-19']);
    expect(await dates({ to: '2025-01-13' })).toEqual(['2025-01-12', '2025-01-13', '2025-01-13/2025-01-18']);
  });

  it('holds what went on for long and began long before', async () => {
    const { dates } = await given(...on('1971', '2024-08/..', '../1974', '2020/2023', '1971-12-16'));
    const order = 'newest';
    expect(await dates({ order, from: '2025-01-01' })).toEqual(['2024-08/..']);
    expect(await dates({ order, from: '1971-06-01', to: '1971-06-30' })).toEqual(['1971', '../1974']);
    expect(await dates({ order, from: '2023-12-31', to: '2024-07-31' })).toEqual(['2020/2023']);
    expect(await dates({ order, to: '1960-01-01' })).toEqual(['../1974']);
  });

  it.each([
    ['2024-12-16/2025-01-15', 31],
    ['2024-12-15/2025-01-15', 32],
    ['2024-12-14/2025-01-15', 33],
    ['2025-01-15', 1],
  ])('holds what ended on the first of them: %s, a span of %i', async (occurred) => {
    const { dates } = await given({ occurred });
    expect(await dates({ from: '2025-01-15' })).toEqual([occurred]);
    expect(await dates({ from: '2025-01-16' })).toEqual([]);
  });
});

describe('a filtered timeline', () => {
  it('shows only the types asked for', async () => {
    const { entries } = await given({ type: 'MeetingHeld' }, { type: 'CallHeld' }, { type: 'TalksHeld' });
    expect(await entries({ types: ['CallHeld', 'TalksHeld'] })).toMatchObject([
      { type: 'CallHeld' },
      { type: 'TalksHeld' },
    ]);
  });

  it('shows only the modalities asked for', async () => {
    const { entries } = await given({ modality: 'planned' }, { modality: 'held' }, { modality: 'denied' });
    expect(await entries({ modalities: ['planned', 'denied'] })).toMatchObject([
      { modality: 'planned' },
      { modality: 'denied' },
    ]);
  });

  it.each([
    [1, ['1']],
    [3, ['1', '3']],
    [5, ['1', '3', '5']],
    [6, ['1', '3', '5', '6', 'unrated', 'without evidence']],
  ])('shows what is at least as credible as %i; what nobody rated cannot be judged', async (minCredibility, shown) => {
    const rated = [1, 3, 5, 6].map((credibility) => ({ summary: String(credibility), evidence: { credibility } }));
    const { entries } = await given(
      ...rated,
      { summary: 'unrated', evidence: { reliability: 'A' } },
      { summary: 'without evidence' },
    );
    expect((await entries({ minCredibility })).map(({ summary }) => summary)).toEqual(shown);
  });
});
