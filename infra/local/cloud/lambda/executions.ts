import { Refusal } from '#infra/local/refusal.ts';
import type { FunctionError, Outcome } from './execution-environment.ts';

/** The executions that may run at a time: of an account, or those that are reserved for one function. */
export interface Executions {
  /** Takes one, and returns what gives it back; `undefined` when all are taken. */
  readonly take: () => (() => void) | undefined;
}

/** Executions of an account that Lambda keeps for functions without a reservation. */
const alwaysUnreserved = 100;

const tooManyRequests: FunctionError = { errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.' };

/** Whether Lambda turned an invocation away: the function has not seen it. */
export const isThrottled = ({ error }: Outcome): boolean => error === tooManyRequests;

/** The outcome of an invocation that Lambda turns away. */
export const throttled = (requestId: string): Outcome => ({ requestId, error: tooManyRequests });

/** Counts executions up to a limit. */
export function executionsUpTo(limit: number): Executions {
  let taken = 0;
  return {
    take: () => {
      if (taken >= limit) return undefined;
      taken += 1;
      let isBack = false;
      return () => {
        if (!isBack) taken -= 1;
        isBack = true;
      };
    },
  };
}

/**
 * Shares the executions of an account between its functions: those with a reservation have their own, all others the
 * rest. Refuses reservations that Lambda would not deploy.
 */
export function accountExecutions(
  limit: number,
  reservations: readonly number[],
): (reserved: number | undefined) => Executions {
  const reserved = reservations.reduce((sum, one) => sum + one, 0);
  if (reserved > 0 && limit - reserved < alwaysUnreserved)
    throw new Refusal(
      `--concurrency ${limit}: the functions reserve ${reserved}, and Lambda keeps ${alwaysUnreserved} unreserved`,
    );
  const unreserved = executionsUpTo(limit - reserved);
  return (own) => (own === undefined ? unreserved : executionsUpTo(own));
}
