import { unavailable } from './unavailable.ts';

/** Whether an error comes from AWS or the connection to it, and not from the data. */
export const serviceError = (error: unknown): boolean =>
  unavailable(error) || (error instanceof Error && '$metadata' in error);
