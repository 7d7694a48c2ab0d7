import type { FunctionError, Outcome } from './execution-environment.ts';

/** Bytes of a synchronous invocation's event that Lambda takes, and of a result that it returns. */
export const payloadLimits = { event: 6_291_456, result: 6_291_556 };

/** The error of an invocation whose event is too large. */
export const tooLarge: FunctionError = {
  errorType: 'RequestTooLargeException',
  errorMessage: `Request must be smaller than ${payloadLimits.event} bytes for the InvokeFunction operation`,
};

export const requestTooLarge = ({ error }: Outcome): boolean => error?.errorType === tooLarge.errorType;

/** Replaces a result that is larger than Lambda returns by the error that it reports instead. */
export function withinLimit(outcome: Outcome): Outcome {
  if (outcome.payload === undefined || Buffer.byteLength(outcome.payload) <= payloadLimits.result) return outcome;
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${payloadLimits.result} bytes).`;
  return { requestId: outcome.requestId, error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } };
}
