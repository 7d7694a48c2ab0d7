import { describe, expect, it } from 'vitest';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { mostOfDay, mostPlacesOfDay } from '#shared/domain/scoring/shared-days.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { partnersOf } from '#shared/read-models/relations/partners.ts';
import { daysOf } from '#shared/read-models/scores/query.ts';
import { atPosition, correctionAt } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { Killed } from '#tests/support/mortal.ts';
import { projectEvents } from '#tests/support/projecting.ts';

const ever = { from: '0001-01-01', to: '9999-12-31' };
const at = (position: number, fields: object = {}) => atPosition(position, { occurred: '2025-01-14', ...fields });
const icews = { evidence: { reports: [{ publisher: 'ICEWS', reference: '20718170' }] } };
const whole = 100_000;

/** How much of an event each day has, after slices of the feed. */
async function daysAfter(...slices: (readonly PositionedEvent[])[]): Promise<Record<string, number>> {
  const { readModels } = inMemoryStores();
  for (const events of slices) await projectEvents({ readModels }, events);
  const counted = await countedDays(readModels);
  const window = { from: '0001-01', to: '9999-12' };
  const partners = await partnersOf(readModels, { party: 'BGD', scale: 'goldstein', sort: 'volume', ...window });
  const sum = Object.values(counted).reduce((all, one) => all + one, 0);
  expect(partners.reduce((all, { n }) => all + n, 0)).toBeCloseTo(sum / whole, 9);
  return counted;
}

async function countedDays(readModels: ReadModels, asOf?: string): Promise<Record<string, number>> {
  const { days } = await daysOf(readModels, { dyad: 'BGD-PAK', scale: 'goldstein', asOf, ...ever });
  const counted = days.map(({ day, tally }) => [day, Object.values(tally.counts).reduce((all, one) => all + one, 0)] as const);
  return Object.fromEntries(counted);
} // prettier-ignore

describe('suspected duplicates in scores', () => {
  it.each([
    ['come in one slice', [[at(1), at(2)]]],
    ['come one after the other', [[at(1)], [at(2)]]],
  ])('count as one where they %s', async (_how, slices) => {
    expect(await daysAfter(...slices)).toEqual({ '2025-01-14': whole });
  });

  it('are those that rest on one document, of those that begin on one day', async () => {
    const other = { ...icews, occurred: '2025-01-14/2025-01-20' };
    expect(await daysAfter([at(1, icews)], [at(2, other), at(3, { ...icews, occurred: '2025-01-15' })])).toEqual({
      '2025-01-14': whole,
      '2025-01-15': whole,
    });
  });

  it('count beside each other where they begin on different days', async () => {
    const days = await daysAfter([at(1, { occurred: '2025-01-03' })], [at(2, { occurred: '2025-01' }), at(3)]);
    expect(days).toEqual({ '2025-01-01': whole, '2025-01-03': whole, '2025-01-14': whole });
  });

  it.each([
    ['in one slice', (events: readonly PositionedEvent[]) => [events]],
    ['one after the other', (events: readonly PositionedEvent[]) => events.map((event) => [event])],
  ])('share where they last from one year into the next, recorded %s', async (_how, slicesOf) => {
    const [one, two] = [at(1, { occurred: '2024-12-31/2025-01-01' }), at(2, { occurred: '2024-12-31' })];
    const apart = correctionAt(4, 1, { type: 'EventsDistinguished', from: [eventId('relation/BGD-PAK', 2), eventId('relation/BGD-PAK', 3)] });
    const reported = [one, { ...two, occurred: one.occurred }, at(3, { occurred: '2024-12-31/2025-01-02', place: { city: 'Lahore' } })];
    const lastly = [...reported, apart, correctionAt(5, 2, { type: 'EventRetracted', reason: 'false' })];
    expect(await daysAfter(...slicesOf([one, two]))).toEqual({ '2024-12-31': whole });
    expect(await daysAfter(...slicesOf(reported.slice(0, 2)))).toEqual({ '2024-12-31': whole });
    expect(await daysAfter(...slicesOf(lastly))).toEqual({ '2024-12-31': 2 * whole });
  }); // prettier-ignore

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

  it('share again when another comes to their day', async () => {
    const earlier = [at(1), at(2, { occurred: '2025-01-15' })];
    expect(await daysAfter(earlier)).toEqual({ '2025-01-14': whole, '2025-01-15': whole });
    const refined = correctionAt(3, 2, { type: 'EventDateRefined', occurred: '2025-01-14' });
    expect(await daysAfter(earlier, [refined])).toEqual({ '2025-01-14': whole });
  });

  it('are none within a tree, of which one counts', async () => {
    const visit = eventId('relation/BGD-PAK', 1);
    const parts = [at(1), at(2, { partOf: visit }), at(3, { partOf: visit })];
    expect(await daysAfter(parts)).toEqual({ '2025-01-14': whole });
  });

  it('are right again after a projector was killed between the sums and what is shared of them', async () => {
    const { readModels } = inMemoryStores();
    await projectEvents({ readModels }, [at(1), at(2)]);
    const retracted = correctionAt(3, 2, { type: 'EventRetracted', reason: 'false' });
    const killed: ReadModels = {
      ...readModels,
      save: async (writes) => {
        if (writes.some(({ row }) => row.sort.endsWith('#suspects'))) throw new Killed('before what is shared');
        return readModels.save(writes);
      },
    };
    await expect(projectEvents({ readModels: killed }, [retracted])).rejects.toThrow(Killed);
    expect(await countedDays(readModels)).toEqual({});
    await projectEvents({ readModels }, [retracted]);
    expect(await countedDays(readModels)).toEqual({ '2025-01-14': whole });
  });

  describe.each([
    ['retracts one', [correctionAt(3, 2, { type: 'EventRetracted', reason: 'false' })], { '2025-01-14': whole }],
    ['tells them apart', [correctionAt(3, 2, { type: 'EventsDistinguished', from: [eventId('relation/BGD-PAK', 1)] })], { '2025-01-14': 2 * whole }],
    ['has a part of one that counts instead', [at(3, { partOf: eventId('relation/BGD-PAK', 2), occurred: '2025-01-15', evidence: { reliability: 'A', credibility: 1 } })], { '2025-01-14': whole, '2025-01-15': whole }],
  ] as const)('are right where another projector %s', (_what, later, expected) => {
    it.each([1, 2, 3, 4])('before write %i of what is shared', async (overtaken) => {
      const { readModels } = inMemoryStores();
      await projectEvents({ readModels }, [at(1)]);
      let writes = 0;
      const slow: ReadModels = {
        ...readModels,
        save: async (rows) => {
          if (rows.some(({ row }) => row.sort.endsWith('#suspects')) && (writes += 1) === overtaken)
            await projectEvents({ readModels }, [at(2), ...later]);
          return readModels.save(rows);
        },
      };
      await projectEvents({ readModels: slow }, [at(2)]);
      if (writes < overtaken) await projectEvents({ readModels }, later);
      expect(await countedDays(readModels)).toEqual(expected);
      const asked = { party: 'BGD', scale: 'goldstein', sort: 'volume', from: '2025-01', to: '2025-01' } as const;
      const n = Object.values(expected).reduce((sum, one) => sum + one, 0) / whole;
      expect(await partnersOf(readModels, asked)).toMatchObject([{ partner: 'PAK', n }]);
    });
  }); // prettier-ignore

  it('are visits reported twice with all that belongs to them', async () => {
    const [one, two] = [eventId('relation/BGD-PAK', 1), eventId('relation/BGD-PAK', 2)];
    const reported = [at(1), at(2), at(3, { partOf: one, occurred: '2025-01-15' }), at(4, { partOf: two, occurred: '2025-01-15' })];
    expect(await daysAfter(reported)).toEqual({ '2025-01-14': whole });
    expect(await daysAfter(...reported.map((event) => [event]))).toEqual({ '2025-01-14': whole });
  }); // prettier-ignore

  it.each([
    [mostPlacesOfDay - 2, whole],
    [mostPlacesOfDay - 1, 2 * whole],
  ])('are found among the first 500 of a day: behind %i that were planned they count %i', async (count, expected) => {
    const planned = Array.from({ length: count }, (_, index) => at(index + 1, { modality: 'planned' }));
    const { readModels } = inMemoryStores();
    await projectEvents({ readModels }, [...planned, at(count + 1), at(count + 2)]);
    for (const asOf of [undefined, '9999-12-31T23:59:59.999Z'])
      expect(await countedDays(readModels, asOf)).toEqual({ '2025-01-14': expected });
  });

  it('share among the first hundred of a day: what is recorded after them counts beside', async () => {
    const copies = (count: number) => Array.from({ length: count }, (_, index) => at(index + 1));
    const [all, more] = [await daysAfter(copies(mostOfDay)), await daysAfter(copies(mostOfDay + 1))];
    expect(all).toEqual({ '2025-01-14': whole });
    expect(more).toEqual({ '2025-01-14': 2 * whole });
  });
});
