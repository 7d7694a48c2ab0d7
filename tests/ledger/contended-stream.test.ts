import { expect, it } from 'vitest';
import { appender } from '#shared/ledger/append.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { recorder } from '#tests/support/recorder.ts';
import { randomFrom } from '#tests/support/mortal.ts';
import { simulate } from '#tests/support/simulation/simulate.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

/** What writers of one stream see who append one event after the other, as far away as AWS. */
async function contended(writers: number, seed: number) {
  const clock = virtualTime();
  const random = randomFrom(seed);
  const { slow } = simulate({ clock, jitter: 0.3, random });
  const stores = inMemoryStores();
  let puts = 0;
  const ledger = slow(
    {
      ...stores.ledger,
      put: async (...put: Parameters<typeof stores.ledger.put>) => ((puts += 1), stores.ledger.put(...put)),
    },
    { head: 'read', put: 'put' },
  );
  let made = 0;
  const timing = { now: clock.now, pause: clock.pause, random };
  const append = appender({ ledger, now: () => new Date('2025-01-16'), newId: () => `commit-${(made += 1)}`, timing });
  const durations: number[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let count = 0; count < 20; count += 1) {
      const began = clock.now();
      const events = [meeting({ summary: `${writer}: ${count}` })];
      await append({ stream: 'relation/BGD-PAK', expectedVersion: 'any', events, recordedBy: recorder() });
      durations.push(clock.now() - began);
    }
  };
  await clock.run(async () => Promise.all(Array.from({ length: writers }, async (_, writer) => write(writer))));
  const head = await stores.ledger.head('relation/BGD-PAK');
  return {
    recorded: head?.version,
    putsEach: puts / durations.length,
    longestShare: Math.max(...durations) / clock.now(),
  };
}

it.each([1, 2, 3, 4, 5])(
  'sixteen writers of one stream all get through, and none waits for half of the time that all take (seed %i)',
  async (seed) => {
    const { recorded, putsEach, longestShare } = await contended(16, seed);
    expect(recorded).toBe(16 * 20);
    expect(longestShare).toBeLessThan(0.5);
    expect(putsEach).toBeLessThan(2.8);
  },
);
