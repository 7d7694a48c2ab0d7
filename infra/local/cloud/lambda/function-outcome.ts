/** What Lambda tells a caller about a failed invocation. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** The end of one invocation: the function's answer as JSON text, or its error. */
export type Outcome =
  | { readonly requestId: string; readonly payload: string; readonly error?: never }
  | { readonly requestId: string; readonly error: FunctionError; readonly payload?: never };

export const timedOut = (outcome: Outcome): boolean => outcome.error?.errorType === 'Sandbox.Timedout';
