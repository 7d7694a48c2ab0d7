import { describe, expect, it } from 'vitest';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { partnersOf } from '#shared/read-models/relations/partners.ts';
import { mostOfMonth } from '#shared/read-models/scores/areas.ts';
import { daysOf } from '#shared/read-models/scores/query.ts';
import { mostInBucket } from '#shared/read-models/scores/suspect-log.ts';
import { atPosition, correctionAt } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';

const ever = { from: '0001-01-01', to: '9999-12-31' };
const at = (position: number, fields: object = {}) => atPosition(position, { occurred: '2025-01-14', ...fields });
const icews = { evidence: { reports: [{ publisher: 'ICEWS', reference: '20718170' }] } };
const whole = 100_000;
const projections = ['events', 'timeline', 'dossiers', 'trees', 'scores'];

/** How much of an event each day has, after slices of the feed. */
async function daysAfter(...slices: (readonly PositionedEvent[])[]): Promise<Record<string, number>> {
  const { readModels } = inMemoryStores();
  for (const events of slices) await projectEvents({ readModels }, events, projections);
  const { days } = await daysOf(readModels, { dyad: 'BGD-PAK', scale: 'goldstein', ...ever });
  const partners = await partnersOf(readModels, {
    party: 'BGD',
    scale: 'goldstein',
    sort: 'volume',
    from: '0001-01',
    to: '9999-12',
  });
  const counted = days.map(({ day, tally }) => [day, Object.values(tally.counts).reduce((sum, one) => sum + one, 0)] as const);
  const sum = counted.reduce((all, [, one]) => all + one, 0);
  expect(partners.reduce((all, { n }) => all + n, 0)).toBeCloseTo(sum / whole, 9);
  return Object.fromEntries(counted);
} // prettier-ignore

describe('suspected duplicates in scores', () => {
  it.each([
    ['come in one slice', [[at(1), at(2)]]],
    ['come one after the other', [[at(1)], [at(2)]]],
  ])('count as one where they %s', async (_how, slices) => {
    expect(await daysAfter(...slices)).toEqual({ '2025-01-14': whole });
  });

  it('share as many as resemble each: a vague one with both, these with it', async () => {
    const days = await daysAfter([at(1, { occurred: '2025-01-03' })], [at(2, { occurred: '2025-01' }), at(3)]);
    expect(days).toEqual({ '2025-01-01': Math.round(whole / 3), '2025-01-03': whole / 2, '2025-01-14': whole / 2 });
  });

  it('are those that rest on the same document, whatever their dates', async () => {
    const days = await daysAfter([at(1, icews)], [at(2, { ...icews, occurred: '2013-11-12' })]);
    expect(days).toEqual({ '2013-11-12': whole / 2, '2025-01-14': whole / 2 });
  });

  it('are those whose dates of a season overlap, which began two months before', async () => {
    const days = await daysAfter([at(1, { occurred: '2024-11-20/2025-01-20' })], [at(2)]);
    expect(Object.values(days).reduce((sum, one) => sum + one, 0)).toBe(whole);
  });

  it.each([
    ['told apart', { type: 'EventsDistinguished', from: [eventId('relation/BGD-PAK', 1)] }, { '2025-01-14': 2 * whole }],
    ['merged', { type: 'EventsMerged', into: eventId('relation/BGD-PAK', 1) }, { '2025-01-14': whole }],
    ['retracted', { type: 'EventRetracted', reason: 'false' }, { '2025-01-14': whole }],
    ['denied', { type: 'EventDenied', by: 'BGD' }, { '2025-01-14': whole }],
    ['dated to another day', { type: 'EventDateRefined', occurred: '2025-01-15' }, { '2025-01-14': whole, '2025-01-15': whole }],
    ['of another city', { type: 'EventCorrected', changes: { place: { city: 'Lahore' } } }, { '2025-01-14': 2 * whole }],
  ] as const)('count each for itself once one of them is %s', async (_what, correction, expected) => {
    const [one, two] = [at(1, { place: { city: 'Dhaka' } }), at(2)];
    expect(await daysAfter([one], [two])).toEqual({ '2025-01-14': whole });
    expect(await daysAfter([one], [two], [correctionAt(3, 2, correction)])).toEqual(expected);
    expect(await daysAfter([one, two, correctionAt(3, 2, correction)])).toEqual(expected);
  }); // prettier-ignore

  it('share again when a report shows that they rest on one document', async () => {
    const report = { publisher: 'icews', reference: '20718170' };
    const earlier = [at(1, icews), at(2, { occurred: '2013-11-12' })];
    expect(await daysAfter(earlier)).toEqual({ '2013-11-12': whole, '2025-01-14': whole });
    const attached = correctionAt(3, 2, { type: 'ReportAttached', report });
    expect(await daysAfter(earlier, [attached])).toEqual({ '2013-11-12': whole / 2, '2025-01-14': whole / 2 });
  });

  it('are none within a tree, of which one counts', async () => {
    const visit = eventId('relation/BGD-PAK', 1);
    const parts = [at(1), at(2, { partOf: visit }), at(3, { partOf: visit })];
    expect(await daysAfter(parts)).toEqual({ '2025-01-14': whole });
  });

  it('are found in the last thousand places of a month, their own among them: what is earlier counts beside', async () => {
    const later = Array.from({ length: mostOfMonth }, (_, index) => at(index + 3, { type: 'CallHeld', occurred: `2025-01-${15 + (index % 15)}`, place: { city: `c${index}` } }));
    const first = at(1, { occurred: '2025-01' });
    const second = at(mostOfMonth + 9);
    expect((await daysAfter([first], later.slice(2), [second]))['2025-01-14']).toBe(whole / 2);
    expect((await daysAfter([first], later.slice(1), [second]))['2025-01-14']).toBe(whole);
  }); // prettier-ignore

  it('share until a hundred have been found on a day: the next one counts beside', async () => {
    const copies = (count: number) => Array.from({ length: count }, (_, index) => at(index + 1));
    const [all, more] = [await daysAfter(copies(mostInBucket + 1)), await daysAfter(copies(mostInBucket + 2))];
    expect(all['2025-01-14']).toBeCloseTo(whole, -2);
    expect((more['2025-01-14'] ?? 0) - (all['2025-01-14'] ?? 0)).toBe(whole);
  });
});
