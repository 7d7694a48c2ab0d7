import { CommitTooLarge } from '#shared/ledger/append-errors.ts';

/**
 * For the `catch` of an append: turns the place of an error among the events into its place in the body that was
 * posted.
 */
export const eventsAt =
  (place: (pointer: string) => string) =>
  (error: unknown): never => {
    throw error instanceof CommitTooLarge ? new CommitTooLarge(error.message, place(error.pointer)) : error;
  };
