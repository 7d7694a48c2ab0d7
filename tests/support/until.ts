import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks. */
const interval = 10;

/**
 * Looks until there is something to see (not `undefined`, not `false`) and returns it; throws, naming what was awaited,
 * after so many seconds.
 */
export async function until<Seen>(
  awaited: string,
  look: () => Promise<Seen | undefined | false> | Seen | undefined | false,
  seconds = 60,
): Promise<Seen> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s for ${awaited}`);
    await pause(interval);
  }
}
