import { describe, expect, it } from 'vitest';
import { briefOf } from '#functions/explorer/page/views/relation/brief-of.ts';

const event = (id: string, more: object = {}) => ({
  id,
  stream: 'relation/BGD-PAK',
  version: 1,
  type: 'MeetingHeld',
  recordedAt: '2025-01-16T00:00:00.000Z',
  recordedBy: { subject: 'test' },
  ...more,
});
const report = (publisher: string, reference: string) => ({ publisher, reference });

describe('the printed brief', () => {
  it('has the six newest visits and events, and says how many there are in what it leaves out', () => {
    const single = Array.from({ length: 9 }, (_, n) => event(`single.${n}`));
    const { entries, moreEvents } = briefOf([...single, event('part', { partOf: 'single.8' })]);
    expect(entries.map(({ event: { id } }) => id)).toEqual(single.slice(0, 6).map(({ id }) => id));
    expect(moreEvents).toBe(4);
    expect(briefOf(single.slice(0, 6)).moreEvents).toBe(0);
  });

  it('has a visit and its meetings as one entry', () => {
    const { entries } = briefOf([event('part', { partOf: 'visit' }), event('visit')]);
    expect(entries).toMatchObject([{ event: { id: 'visit' }, parts: 1 }]);
  });

  it('has each source once, with its number of reports, at most 24 of them', () => {
    const one = event('a', { evidence: { reports: [report('dawn', '1'), report('ndtv', '7')] } });
    const other = event('b', { evidence: { reports: [report('ndtv', '8'), report('ndtv', '7')] } });
    expect(briefOf([one, other]).sources).toEqual([
      { publisher: 'ndtv', reports: 2 },
      { publisher: 'dawn', reports: 1 },
    ]);
    const many = Array.from({ length: 25 }, (_, n) => report(`publisher ${n}`, '1'));
    const { sources, moreSources } = briefOf([event('c', { evidence: { reports: many } })]);
    expect([sources.length, moreSources]).toEqual([24, 1]);
  });
});
