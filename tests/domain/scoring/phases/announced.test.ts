import { describe, expect, it } from 'vitest';
import { type Announced, announcing } from '#shared/domain/scoring/phases/announced.ts';
import {
  type ChannelNow,
  newsMonths,
  type PhaseChange,
  phasesNow,
} from '#shared/domain/scoring/phases/phase-change.ts';
import { monthsBetween, monthsLater } from '#shared/domain/dates/calendar.ts';

const change = (more: Partial<PhaseChange> = {}): PhaseChange => ({
  channel: 'tone',
  kind: 'better',
  month: '2024-08',
  words: 'better',
  before: 0,
  after: 1,
  evidence: [],
  ...more,
});
const alarm = (more?: Partial<PhaseChange>): ChannelNow => ({ channel: 'tone', isCalm: false, change: change(more) });
const between: ChannelNow = { channel: 'tone', isCalm: false };
const calm: ChannelNow = { channel: 'tone', isCalm: true };

/** Returns the months that are announced when a channel shows this on one day after the other. */
function announcedBy(...shown: readonly (readonly [ChannelNow, string])[]): string[] {
  let announced: Announced<PhaseChange> = {};
  return shown.flatMap(([channel, through]) => {
    const next = announcing(announced, [channel], through, (one) => one);
    announced = next.announced;
    return next.news.map(({ kind, month }) => `${kind} ${month}`);
  });
}

describe('what is announced of a channel', () => {
  it('is a change that goes on, once', () => {
    expect(announcedBy([alarm(), '2024-09-01'], [alarm(), '2024-09-02'])).toEqual(['better 2024-08']);
  });

  it('is not the same change again, dated otherwise, also after a lull', () => {
    const dated = alarm({ month: '2024-10' });
    expect(announcedBy([alarm(), '2024-09-01'], [dated, '2024-10-02'])).toEqual(['better 2024-08']);
    expect(announcedBy([alarm(), '2024-09-01'], [calm, '2024-10-01'], [dated, '2024-10-02'])).toHaveLength(1);
  });

  it('does not flap about its threshold', () => {
    const flapping = Array.from({ length: 20 }, (_, at) => [at % 2 === 0 ? alarm() : between, '2024-09-01'] as const);
    expect(announcedBy(...flapping)).toHaveLength(1);
  });

  it('is another change of the same kind, more than six months away, only after a calm', () => {
    const later = [alarm({ month: '2025-03' }), '2025-03-09'] as const;
    expect(announcedBy([alarm(), '2024-09-01'], later)).toHaveLength(1);
    expect(announcedBy([alarm(), '2024-09-01'], [calm, '2024-12-01'], later)).toEqual(['better 2024-08', 'better 2025-03']); // prettier-ignore
  });

  it('is a change the other way at once, but not in the same month', () => {
    expect(announcedBy([alarm(), '2024-09-01'], [alarm({ kind: 'worse' }), '2024-09-02'])).toHaveLength(1);
    const turn = alarm({ kind: 'worse', month: '2024-09' });
    expect(announcedBy([alarm(), '2024-09-01'], [turn, '2024-09-02'])).toEqual(['better 2024-08', 'worse 2024-09']);
  });

  it('is nothing that began more than six months before', () => {
    const last = monthsLater('2024-08', newsMonths - 1);
    expect(announcedBy([alarm(), `${last}-28`])).toHaveLength(1);
    expect(announcedBy([alarm(), `${monthsLater(last, 1)}-01`])).toEqual([]);
  });
});

describe('what a channel shows', () => {
  const perMonth = (from: string, to: string, count: number) =>
    monthsBetween(from, to).flatMap((month) =>
      Array.from({ length: count }, (_, index) => {
        const day = `${month}-${String(index + 1).padStart(2, '0')}`;
        return { id: `${month}.${index}`, sign: 'cooperative' as const, from: day, to: day };
      }),
    );

  it('is the change that the history dates, with its words, figures and evidence', () => {
    const facts = [...perMonth('2019-01', '2024-07', 1), ...perMonth('2024-08', '2024-11', 8)];
    const [tempo] = phasesNow({ record: { facts, firstKnown: '2019-01-01', through: '2024-11-30' }, tone: [] });
    expect(tempo).toMatchObject({
      channel: 'tempo-cooperative',
      isCalm: false,
      change: { kind: 'rise', month: '2024-08', words: expect.stringContaining('contacts rose from 12 to') },
    });
    expect(tempo?.change?.bayesFactor).toBeGreaterThan(100);
    expect(tempo?.change?.evidence).toHaveLength(32);
  });

  it('is no fall in a month that is not over', () => {
    const facts = perMonth('2019-01', '2024-10', 8);
    const fallBy = (through: string) =>
      phasesNow({ record: { facts, firstKnown: '2019-01-01', through }, tone: [] })[0]?.change;
    expect(fallBy('2024-11-29')).toBeUndefined();
    expect(fallBy('2024-12-02')).toMatchObject({ kind: 'fall', month: '2024-11' });
  });

  it('is nothing where too little is known, or all is as it was', () => {
    const shown = (facts: ReturnType<typeof perMonth>) =>
      phasesNow({ record: { facts, firstKnown: '2019-01-01', through: '2024-11-30' }, tone: [] });
    for (const facts of [[], perMonth('2019-01', '2024-11', 2)])
      expect(shown(facts).filter((one) => one.change !== undefined || !one.isCalm)).toEqual([]);
  });
});
