/** How many executions of Lambda the functions may take from each other. */
export interface Concurrency {
  /** Executions that are kept for appends, and that they cannot exceed. */
  readonly reservedAppends: number | undefined;
  /** Requests that wait for the feed at a time, at most; as many executions are kept for them. */
  readonly maxLongPolls: number | undefined;
  /** Deliveries to webhooks at a time, at most. */
  readonly maxDeliveries: number;
  /** Pushes to sockets at a time, at most. */
  readonly maxPushes: number;
}

/** The same as text, as the command line has it. */
export type ConcurrencySettings = { readonly [Name in keyof Concurrency]?: string | undefined };

/**
 * A new account has 10 executions in all, of which none can be reserved: Lambda wants 100 of an account's to stay
 * unreserved.
 */
const reserved = { least: 1, most: 10_000 };

/** What an SQS mapping accepts as its maximum concurrency. */
const ofQueue = { least: 2, most: 1000 };

/** Reads the limits of concurrency; throws when one is not a number in its range. */
export const concurrencyOf = (settings: ConcurrencySettings): Concurrency => ({
  reservedAppends: limitOf('reservedAppends', settings.reservedAppends, reserved),
  maxLongPolls: limitOf('maxLongPolls', settings.maxLongPolls, reserved),
  maxDeliveries: limitOf('maxDeliveries', settings.maxDeliveries, ofQueue) ?? 100,
  maxPushes: limitOf('maxPushes', settings.maxPushes, ofQueue) ?? 100,
});

function limitOf(name: keyof Concurrency, text: string | undefined, { least, most }: typeof ofQueue) {
  if (text === undefined) return undefined;
  const limit = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (limit >= least && limit <= most) return limit;
  throw new Error(`"${text}" is no number of executions: use -c ${name}=N, from ${least} to ${most}`);
}
