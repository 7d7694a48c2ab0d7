/** The days for which the API remembers an Idempotency-Key at least. */
export const idempotencyDays = 7;
