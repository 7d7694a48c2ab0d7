import type { Timing } from '#shared/clock.ts';
import type { Chancery } from '#shared/client/chancery.ts';

/** Positions that read models may be behind while an import goes on. */
export const mostBehind = 1000;
const lookMs = 500;
/** An import goes on after so long even when they are further behind: it is for the operator to see why. */
const longestMs = 120_000;

/** Waits until the read models have caught up with most of what was recorded. */
export async function whenFollowed(client: Pick<Chancery, 'get'>, timing: Timing, behind = mostBehind): Promise<void> {
  const deadline = timing.now() + longestMs;
  while (timing.now() < deadline) {
    const { consumers } = await client.get('/health');
    const lags = Object.values(consumers).map(({ lag }) => lag);
    if (Math.max(0, ...lags) <= behind) return;
    await timing.pause(lookMs);
  }
}
