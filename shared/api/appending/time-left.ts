import type { TimeLeft } from '#shared/api/protocol/resource.ts';
import { type Clock, systemTiming } from '#shared/clock.ts';

/** With less than this left, nothing is begun any more: an append may have to be tried a few times. */
export const beginMs = 6000;
/** With less than this left, the response is sent. */
export const replyMs = 1500;

/** For an append: whether there is time for another attempt. */
export const within = (timeLeft: TimeLeft): { readonly hasTime: () => boolean } => ({
  hasTime: () => timeLeft() >= beginMs,
});

/** Seconds that a request which asks to wait may wait, so that the response is sent in time. */
export const waitWithin = (seconds: number, timeLeft: TimeLeft): number =>
  Math.max(Math.min(seconds, (timeLeft() - replyMs) / 1000), 0);

/** So often it is looked whether the work is done; what is left of the last pause outlives the response. */
const glanceMs = 250;

/** Waits for work, but only until the response has to be sent. */
export async function untilReply(
  work: Promise<unknown>,
  timeLeft: TimeLeft,
  { pause }: Pick<Clock, 'pause'> = systemTiming,
): Promise<void> {
  const waiting = { done: false };
  const over = async () => {
    for (let left = timeLeft() - replyMs; left > 0 && !waiting.done; left = timeLeft() - replyMs) {
      await pause(Math.min(left, glanceMs));
    }
  };
  await Promise.race([work, over()]).finally(() => {
    waiting.done = true;
  });
}
