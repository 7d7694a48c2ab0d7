import { setTimeout as pause } from 'node:timers/promises';

const firstMs = 5;
const longestMs = 500;

/** Waits before another attempt, longer each time and by chance, so that those who met once do not meet again. */
export const backOff = async (attempt: number): Promise<void> =>
  pause(Math.random() * Math.min(firstMs * 2 ** attempt, longestMs));
