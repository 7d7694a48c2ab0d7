import { CommitTooLarge } from '#shared/ledger/append-errors.ts';

/** For an append's `catch`: an error that knows its place among the events is told its place in the body that was posted. */
export const eventsAt =
  (place: (pointer: string) => string) =>
  (error: unknown): never => {
    throw error instanceof CommitTooLarge ? new CommitTooLarge(error.message, place(error.pointer)) : error;
  };
