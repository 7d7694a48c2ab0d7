import { systemTiming, type Timing } from './clock.ts';

const firstMs = 5;
const longestMs = 500;

/** Waits before another attempt: longer each time, and by chance, so that callers who met once do not meet again. */
export const backOff = async (attempt: number, timing: Omit<Timing, 'now'> = systemTiming): Promise<void> =>
  timing.pause(timing.random() * Math.min(firstMs * 2 ** attempt, longestMs));
