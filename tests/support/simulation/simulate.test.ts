import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

describe('a virtual clock', () => {
  it('lets an hour pass at once, in the order of what is due', async () => {
    const clock = virtualTime();
    const seen: string[] = [];
    const after = async (ms: number, what: string) => {
      await clock.pause(ms);
      seen.push(`${what} at ${clock.now()}`);
    };
    await clock.run(async () =>
      Promise.all([after(3_600_000, 'last'), after(5, 'second'), after(5, 'third'), after(1, 'first')]),
    );
    expect(seen).toEqual(['first at 1', 'second at 5', 'third at 5', 'last at 3600000']);
  });

  it('resumes many sleepers in the order of time', async () => {
    const clock = virtualTime();
    const seen: number[] = [];
    const times = Array.from({ length: 500 }, (_, index) => (index * 7919) % 1009);
    await clock.run(async () =>
      Promise.all(times.map(async (ms) => clock.pause(ms).then(() => seen.push(clock.now())))),
    );
    expect(seen).toEqual(times.toSorted((a, b) => a - b));
  });

  it('throws what the work throws, and says when nothing is left to wait for', async () => {
    const clock = virtualTime();
    const failing = clock.run(async () => clock.pause(3).then(() => Promise.reject(new Error('broken'))));
    await expect(failing).rejects.toThrow('broken');
    await expect(clock.run(async () => new Promise(() => undefined))).rejects.toThrow('At 3 ms nothing is left');
  });
});

describe('a simulation', () => {
  it('lets calls take the time of their kind, with the effect in the middle', async () => {
    const clock = virtualTime();
    const effects: number[] = [];
    const store = {
      put: async (): Promise<void> => void effects.push(clock.now()),
      write: async (rows: number) => rows,
      free: async () => 'at once',
      async *list() {
        yield* [1, 2];
      },
    };
    const slow = simulate({ clock }).slow(store, { put: 'put', write: (rows) => rows * 12, list: 'read' });
    const times = await clock.run(async () => {
      await slow.put();
      const afterPut = clock.now();
      await slow.write(2);
      const afterWrite = clock.now();
      expect(await Array.fromAsync(slow.list())).toEqual([1, 2]);
      await slow.free();
      return [afterPut, afterWrite, clock.now()];
    });
    expect({ times, effects }).toEqual({ times: [8, 32, 37], effects: [4] });
  });

  it('varies durations by chance, the same for the same seed', async () => {
    const clock = virtualTime();
    const numbers = [0, 1];
    const { slow } = simulate({ clock, jitter: 0.5, random: () => numbers.shift() ?? 0.5 });
    await clock.run(async () => slow({ put: async () => undefined }, { put: 'put' }).put());
    expect(clock.now()).toBe(2 + 6);
  });
});
