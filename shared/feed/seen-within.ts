import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks: at first short, since the usual way through takes a fraction of a second. */
const firstPause = 20;
const longestPause = 250;

/** Looks again and again until there is something to see, which it returns, or so many seconds are over: `undefined`. */
export async function seenWithin<Seen>(
  seconds: number,
  look: () => Promise<Seen | undefined>,
): Promise<Seen | undefined> {
  const deadline = performance.now() + seconds * 1000;
  for (let ms = firstPause; ; ms = Math.min(ms * 1.5, longestPause)) {
    const seen = await look();
    if (seen !== undefined || performance.now() + ms > deadline) return seen;
    await pause(ms);
  }
}
