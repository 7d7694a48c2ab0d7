import { describe, expect, it } from 'vitest';
import { doubtsOf, mostDoubts } from '#shared/domain/events/doubts.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';

/** The codes and fields of what is doubtful in a meeting of two parties. */
const doubts = (parties: string, fields: object = {}) =>
  doubtsOf(sampleEvent('MeetingHeld', { ...as(...parties.split(' ').map((one) => `${one}:participant` as const)), ...fields })).map(
    ({ code, field }) => `${code} ${field}`,
  ); // prettier-ignore

const georgia = { place: { country: 'USA', city: 'Atlanta' } };

describe('a place in another country than any party', () => {
  it('is doubtful', () => {
    expect(doubts('BGD PAK', { place: { country: 'CHE' } })).toEqual(['place-elsewhere /place/country']);
    const [doubt] = doubtsOf(sampleEvent('MeetingHeld', { ...as('GEO:participant', 'DEU:participant'), ...georgia }));
    expect(doubt?.detail).toBe(
      'The place is in United States of America (USA), which the event does not name: are the parties Georgia (GEO), Germany (DEU)?',
    );
  });

  it.each([
    ['of a party', 'BGD PAK', { place: { country: 'PAK' } }],
    ['of a third party', 'BGD PAK', { place: { country: 'CHE' }, thirdParties: ['CHE'] }],
    ['of organisations alone', 'x-un x-eu', { place: { country: 'CHE' } }],
    ['without a country', 'BGD PAK', { place: { city: 'Geneva' } }],
  ])('is not where it is that %s', (_what, parties, fields) => {
    expect(doubts(parties, fields)).toEqual([]);
  });
});

describe('a party whose place says otherwise', () => {
  it.each([
    ['in a city of the region', 'GEO USA', georgia],
    ['in a city alone', 'GEO DEU', { place: { city: 'Atlanta' } }],
  ])('is doubtful: %s', (_what, parties, fields) => {
    expect(doubts(parties, fields)).toEqual(['namesake /participants/0/party']);
  });

  it('is doubtful in the country of the region, which takes no part', () => {
    expect(doubts('DEU GEO', georgia)).toEqual(['place-elsewhere /place/country', 'namesake /participants/1/party']);
  });

  it.each([
    ['on a visit to the capital of the other', 'GEO USA', { place: { country: 'USA', city: 'Washington' } }],
    ['at home', 'GEO USA', { place: { country: 'GEO', city: 'Tbilisi' } }],
    ['where another country has a city of the name', 'GEO GRC', { place: { country: 'GRC', city: 'Athens' } }],
  ])('is not doubtful %s', (_what, parties, fields) => {
    expect(doubts(parties, fields)).toEqual([]);
  });
});

describe('a former state', () => {
  it('is doubtful beyond its time, and is told with its successors', () => {
    expect(doubts('SUN IND', { occurred: '1992-01' })).toEqual(['party-out-of-time /participants/0/party']);
    expect(doubts('SUN IND', { occurred: '1991-12' })).toEqual([]);
    const [doubt] = doubtsOf(
      sampleEvent('MeetingHeld', { occurred: '1993/..', ...as('CSK:participant', 'IND:participant') }),
    );
    expect(doubt?.detail).toContain(
      'from 1918-10-28 until 1992-12-31, not at 1993/..: name CZE (Czech Republic), SVK (Slovakia)',
    );
  });
});

describe('an event that was held', () => {
  it('is doubtful when it was reported before, but for a day', () => {
    expect(doubts('BGD PAK', { occurred: '2025-01-14', reportedAt: '2025-01-12T23:00:00Z' })).toEqual(['reported-before /reportedAt']);
    expect(doubts('BGD PAK', { occurred: '2025-01-14', reportedAt: '2025-01-13' })).toEqual([]);
    expect(doubts('BGD PAK', { occurred: '2025-01-14', reportedAt: '2025-01-02', modality: 'planned' })).toEqual([]);
    const reports = Array.from({ length: mostDoubts + 1 }, () => ({ publisher: 'Daily', publishedOn: '2024-12-31' }));
    expect(doubts('BGD PAK', { occurred: '2025-01-14', evidence: { reports } })).toHaveLength(mostDoubts);
  }); // prettier-ignore
});
