import isoCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { sliceLimits } from '#shared/feed/consumers/slice.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { atPosition, correctionAt } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { handleAll, servingConsumer } from '#tests/support/projecting.ts';
import { simulate } from '#tests/support/simulation/simulate.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

const countries = isoCodes.map(([, alpha3 = '']) => alpha3).filter((code) => !code.startsWith('XK'));
const thirty = Array.from({ length: 30 }, (_, index) => index);

/** An event with all that validation allows, of so many parties, dated to so many months. */
function fullest(parties: number, months: number): SeenEvent {
  const codes = countries.slice(0, parties);
  const others = countries.slice(-30);
  return atPosition(1, {
    type: 'VisitConducted',
    occurred: months === 1 ? '2024-03-01' : `2024-01-31/${months > 12 ? '2025-01' : `2024-${String(months).padStart(2, '0')}`}-28`,
    level: 'head-of-state',
    participants: thirty.map((index) => ({
      party: codes[index % parties],
      role: index % parties === 0 ? 'visitor' : index % parties === 1 ? 'host' : 'participant',
      office: `Office ${index}`,
      person: {
        id: `person:${String.fromCharCode(97 + (index % 26))}-${index}`,
        name: ['Ba', 'De', 'Gi', 'Ko', 'Lu', 'Ma', 'Ne', 'Pi', 'Ro', 'Tu'].map((word) => `${word}${'aeiou'[index % 5]}l${'bdfgklmnprst'[index % 12]}a`).join(' '),
      },
    })),
    topics: thirty.map((index) => `topic-${index}`),
    thirdParties: others,
    bearsOn: thirty.map((index) => [countries[40 + index] ?? '', countries[80 + index] ?? ''].toSorted().join('-')),
  });
} // prettier-ignore

/** Every number of parties, dated to as many months as count. */
const legal = thirty
  .slice(2)
  .concat(30)
  .map((parties) => fullest(parties, 13));

const planned = (event: SeenEvent): number =>
  servingConsumer(inMemoryStores().readModels).plannedRows?.(event) ?? Number.NaN;

it('no event that the rules allow writes more rows than a slice', () => {
  const worst = Math.max(...legal.map(planned));
  expect(worst).toBeLessThanOrEqual(sliceLimits.rows);
  // The bound is no looser than it need be.
  expect(worst).toBeGreaterThan(sliceLimits.rows / 2);
});

it('the worst of them and its correction are projected within a fraction of an invocation, as far away as AWS', async () => {
  const worst = legal.reduce((some, other) => (planned(other) > planned(some) ? other : some));
  const clock = virtualTime();
  const { slow, latencies } = simulate({ clock });
  const { readModels } = inMemoryStores();
  const batches = (items: readonly unknown[], each: number, atOnce: number) => Math.ceil(items.length / each / atOnce);
  const far = slow(readModels, {
    load: (keys) => batches(keys, 100, 16) * latencies.read,
    save: (writes) => batches(writes, 25, 8) * latencies.batch,
    put: (rows) => batches(rows, 25, 8) * latencies.batch,
    rows: 'read',
  });
  await clock.run(async () => handleAll(servingConsumer(far), [worst]));
  expect(clock.now()).toBeGreaterThan(100);
  expect(clock.now()).toBeLessThan(2000);
  const corrected = correctionAt(2, 1, {
    type: 'EventCorrected',
    changes: { topics: thirty.map((index) => `other-${index}`) },
  });
  await clock.run(async () => handleAll(servingConsumer(far), [corrected]));
  expect(clock.now()).toBeLessThan(4000);
});
