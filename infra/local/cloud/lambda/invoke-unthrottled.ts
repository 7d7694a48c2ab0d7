import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from './execution-environment.ts';
import { isThrottled } from './executions.ts';
import type { HostedFunction } from './function-host.ts';

export interface Patience {
  /** The time in milliseconds after which a throttled invocation is not tried again. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

/** Milliseconds of the first and of the longest pause. */
const pauses = { first: 50, longest: 1000 };

/**
 * Invokes a function as Lambda's queues and mappings do: while it is throttled, again after a pause. The outcome is a
 * throttled one only after the deadline or when the cloud stops.
 */
export async function invokeUnthrottled(
  fn: Pick<HostedFunction, 'invoke'>,
  event: unknown,
  { deadline, signal }: Patience,
): Promise<Outcome> {
  for (let pause = pauses.first; ; pause = Math.min(pause * 2, pauses.longest)) {
    const outcome = await fn.invoke(event);
    const left = deadline - Date.now();
    if (!isThrottled(outcome) || signal.aborted || left <= 0) return outcome;
    await delay(Math.min(pause, left), undefined, { signal }).catch(() => undefined);
  }
}
