import { describe, expect, it } from 'vitest';
import { sequencerUnderLoad } from '#tests/support/simulation/sequencer-under-load.ts';

describe('the sequencer, with the latencies of AWS', () => {
  it('takes in more than 3 000 events a second, of as many streams', async () => {
    const { eventsPerSecond } = await sequencerUnderLoad({ shards: 4, appendsPerSecond: 6000, seconds: 5 });
    expect(eventsPerSecond).toBeGreaterThanOrEqual(3000);
  });

  it.each([1, 4, 16, 64])(
    'keeps pace with 100 appends a second, cheaply, from a ledger of %i shards',
    async (shards) => {
      const { p95, unitsPerEvent, unsequenced } = await sequencerUnderLoad({
        shards,
        appendsPerSecond: 100,
        seconds: 20,
      });
      expect(unsequenced).toBe(0);
      expect(p95).toBeLessThanOrEqual(100);
      expect(unitsPerEvent).toBeLessThanOrEqual(4);
    },
  );
});
