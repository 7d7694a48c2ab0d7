import { logger } from './observability.ts';

/** Writes to the log that something beside the matter did not work; nobody needs to be woken for it. */
export const logWarning = (message: string, error: unknown): void =>
  logger.warn(message, error instanceof Error ? error : new Error(String(error)));
