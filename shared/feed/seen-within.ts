import { type Clock, systemTiming } from '#shared/clock.ts';

/** Milliseconds between two polls: short at first, since most waits take a fraction of a second. */
const firstPause = 20;
const longestPause = 250;

/** Polls until there is a result and returns it; returns `undefined` after the given seconds. */
export async function seenWithin<Seen>(
  seconds: number,
  look: () => Promise<Seen | undefined>,
  clock: Clock = systemTiming,
): Promise<Seen | undefined> {
  const deadline = clock.now() + seconds * 1000;
  for (let ms = firstPause; ; ms = Math.min(ms * 1.5, longestPause)) {
    const seen = await look();
    if (seen !== undefined || clock.now() + ms > deadline) return seen;
    await clock.pause(ms);
  }
}
