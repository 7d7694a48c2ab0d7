import { logger } from './observability.ts';

/** Logs an error of work that the reply does not depend on; no alarm follows. */
export const logWarning = (message: string, error: unknown): void =>
  logger.warn(message, error instanceof Error ? error : new Error(String(error)));
