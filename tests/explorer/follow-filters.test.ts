import { describe, expect, it } from 'vitest';
import { followFilters } from '#functions/explorer/page/follow-filters.ts';
import { Filter } from '#shared/subscriptions/filter/filter.ts';

const event = (parties: readonly string[], topics: string[] = []) => ({
  id: 'relation.BGD-PAK.1',
  stream: 'relation/BGD-PAK',
  version: 1,
  type: 'MeetingHeld',
  recordedAt: '2025-01-16T00:00:00.000Z',
  recordedBy: { subject: 'test' },
  participants: parties.map((party) => ({ party, role: 'participant' as const })),
  topics,
});

describe('what "follow this" offers', () => {
  it.each([
    ['a relation', followFilters.relation('BGD-PAK')],
    ['a party', followFilters.party('IND')],
    ['a topic', followFilters.topic('defence-ties')],
    ['a person', followFilters.person('S M "Kamr-ul-Hassan"')],
    ['a person with a very long name', followFilters.person('Abcdefghijkl '.repeat(40))],
    ['an event', followFilters.event(event(['BGD', 'PAK'], ['defence-ties']))],
    ['an event of one party', followFilters.event(event(['BGD']))],
    ['an event of more topics than a filter has', followFilters.event(event(['BGD', 'PAK'], Array.from({ length: 41 }, (_, n) => `topic-${n}`)))], // prettier-ignore
  ])('is a filter that subscriptions take: %s', (_what, filter) => {
    expect(Filter.safeParse(filter).error?.issues).toBeUndefined();
    expect(filter).not.toEqual({});
  });

  it('is about the parties of an event where it concerns no relation, else about its relations and topics', () => {
    expect(followFilters.event(event(['BGD']))).toEqual({ parties: { any: ['BGD'] } });
    expect(followFilters.event(event(['PAK', 'BGD'], ['trade']))).toEqual({ dyads: ['BGD-PAK'], topics: ['trade'] });
  });

  it('looks for a name as it is written, as one phrase', () => {
    expect(followFilters.person('Syed Asim Munir')).toEqual({ q: '"Syed Asim Munir"' });
  });
});
