import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks: a tenth of the time waited so far, since each look may cost a request, within these. */
const interval = { shortest: 10, longest: 100 };

/**
 * Looks until there is something to see (not `undefined`, not `false`) and returns it; throws, naming what was awaited,
 * after so many seconds.
 */
export async function until<Seen>(
  awaited: string,
  look: () => Promise<Seen | undefined | false> | Seen | undefined | false,
  seconds = 60,
): Promise<Seen> {
  const began = performance.now();
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    const waited = performance.now() - began;
    if (waited > seconds * 1000) throw new Error(`Waited ${seconds} s for ${awaited}`);
    await pause(Math.min(Math.max(waited / 10, interval.shortest), interval.longest));
  }
}
