import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from './execution-environment.ts';
import { isThrottled } from './executions.ts';
import type { HostedFunction } from './function-host.ts';
import { invokeUnthrottled } from './invoke-unthrottled.ts';
import type { Queue } from '#infra/local/cloud/sqs/queue.ts';

export interface AsyncInvocationSettings {
  /** Attempts after the first; Lambda's own default is 2. */
  readonly maxRetries: number;
  /** Age after which an event is not retried; Lambda's own default is six hours. */
  readonly maxAgeSeconds: number;
  /** Receives the record of a failed invocation (EventInvokeConfig). */
  readonly onFailure: Queue | undefined;
  /** Receives the failed event itself (the function's dead-letter queue). */
  readonly deadLetters: Queue | undefined;
}

/** Milliseconds before the first retry: Lambda waits a minute, then two, which is too long for development. */
const firstRetryMs = 1000;

/** Invokes a function asynchronously as Lambda does, with retries and failure destinations. Never rejects. */
export async function invokeAsync(
  fn: HostedFunction,
  settings: AsyncInvocationSettings,
  event: unknown,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + settings.maxAgeSeconds * 1000;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await invokeUnthrottled(fn, event, { deadline, signal });
    if (outcome.error === undefined || signal.aborted) return;
    const tooOld = isThrottled(outcome) || Date.now() > deadline;
    if (attempt > settings.maxRetries || tooOld) {
      const condition = tooOld ? 'EventAgeExceeded' : 'RetriesExhausted';
      settings.onFailure?.send(JSON.stringify(failureRecord(fn, event, outcome, condition, attempt)));
      const attributes = {
        RequestID: outcome.requestId,
        ErrorCode: '200',
        ErrorMessage: outcome.error.errorMessage.slice(0, 1024),
      };
      settings.deadLetters?.send(JSON.stringify(event), { attributes });
      return;
    }
    await delay(firstRetryMs * 2 ** (attempt - 1), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
  }
}

/** Composes the record that Lambda sends to the on-failure destination of an asynchronous invocation. */
function failureRecord(
  fn: HostedFunction,
  event: unknown,
  outcome: Outcome,
  condition: string,
  attempts: number,
): unknown {
  return {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: outcome.requestId,
      functionArn: `${fn.arn}:$LATEST`,
      condition,
      approximateInvokeCount: attempts,
    },
    requestPayload: event,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: outcome.error,
  };
}
