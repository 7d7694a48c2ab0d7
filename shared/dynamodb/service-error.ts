import { unavailable } from './unavailable.ts';

/** Tells whether an error comes from AWS or from the way to it: it says nothing about what was to be read. */
export const serviceError = (error: unknown): boolean =>
  unavailable(error) || (error instanceof Error && '$metadata' in error);
