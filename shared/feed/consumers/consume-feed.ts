import type { Block, PositionedEvent } from '#shared/feed/blocks/block.ts';
import { causedByEvent } from './caused-by-event.ts';
import { nextAttempt } from './attempt.ts';
import { atStart, type Checkpoint, type Checkpoints } from './checkpoints.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { type Quarantine, reasonOf } from './quarantine.ts';
import { type SizedEvent, sliceLength, type SliceLimits, sliceLimits } from './slice.ts';
import { upcomingEvents } from './upcoming-events.ts';

/** Quarantines an event for the part of a consumer that cannot handle it, while the rest handles it. */
export type SetAside = (part: string, event: PositionedEvent, error: unknown) => Promise<void>;

export interface FeedConsumer {
  /** The checkpoint's name. */
  readonly name: string;
  /** The names of consumers whose checkpoints it must not pass. */
  readonly follows?: readonly string[];
  /**
   * Whether it has done as much as it may in one invocation, so that it begins no further slice; absent: it has not.
   */
  readonly isBudgetUsed?: () => boolean;
  /** The rows that handling an event writes as a rule; absent: one. */
  readonly plannedRows?: (event: PositionedEvent) => number;
  /**
   * Handles events in the feed's order; must be idempotent. Returns how many it handled, from the first on and one at
   * least, where all of them would write more than `maxRows` rows; none where it is spent within the first, which it
   * goes on with in another invocation.
   */
  handle(events: readonly PositionedEvent[], setAside: SetAside, maxRows?: number): Promise<number | void>;
}

export interface ConsumeOptions {
  readonly feed: Pick<FeedReader, 'read'>;
  readonly checkpoints: Pick<Checkpoints, 'read' | 'attempt' | 'move'>;
  readonly quarantine: Pick<Quarantine, 'add'>;
  /** The last position to handle; absent: the end of the feed. */
  readonly end?: number;
  /** The checkpoint as it was read; absent: it is read. */
  readonly from?: Checkpoint | undefined;
  /** The blocks that came with the notification. */
  readonly notified?: readonly Block[];
  /** Checked between slices; `false` ends the run early. */
  readonly hasTime?: () => boolean;
  readonly now?: () => Date;
  /** The most milliseconds left to this invocation. */
  readonly timeLeft?: () => number;
  readonly limits?: SliceLimits;
  /** How often an event may fail alone before it is quarantined. */
  readonly maxFailures?: number;
}

export interface Consumed {
  /** The checkpoint's position. */
  readonly position: number;
  /** Whether the end was reached. */
  readonly caughtUp: boolean;
  /** Events handled in this run. */
  readonly handled: number;
  /** Events quarantined in this run. */
  readonly quarantined: number;
  /** The recording time of the last event handled in this run. */
  readonly recordedAt?: string | undefined;
}

/** Failures of a single event before it is quarantined. */
const usualMaxFailures = 3;

/** Quarantined events in one run after which the consumer itself counts as broken and stops. */
export const maxQuarantinedInARun = 25;

/** Consumers work at most for a minute at a time. */
const usualTimeLeft = 60_000;

/**
 * Whether a slice began to exist less than a minute ago, so that no invocation can have timed out on it. Its attempt is
 * not saved: new events cost a write and a round trip less. A slice that crashes its invocation becomes older, and its
 * attempt is saved then.
 */
const isFresh = ([first]: readonly PositionedEvent[], now: Date): boolean =>
  first !== undefined && Math.abs(now.getTime() - Date.parse(first.recordedAt)) < usualTimeLeft;

/**
 * Brings a consumer from its checkpoint to the end, slice by slice: saves the attempt unless the slice is fresh,
 * handles the slice, moves the checkpoint. Halves a slice that did not finish, down to one event; quarantines an event
 * that keeps failing alone. Throws errors that no event causes, such as an unavailable service; the checkpoint then
 * stays before the slice.
 */
export async function consumeFeed(consumer: FeedConsumer, options: ConsumeOptions): Promise<Consumed> {
  const { feed, checkpoints, end = Number.POSITIVE_INFINITY, notified, maxFailures = usualMaxFailures } = options;
  const { hasTime = () => true, now = () => new Date(), timeLeft = () => usualTimeLeft } = options;
  const { name } = consumer;
  const upcoming = upcomingEvents(feed, end, notified, options.limits);
  const read = async () => (await checkpoints.read([name])).get(name) ?? atStart;
  let { position, attempt } = options.from ?? (await read());
  let consumed: Omit<Consumed, 'position' | 'caughtUp'> = { handled: 0, quarantined: 0 };
  let failure: { readonly error: unknown } | undefined;
  let whole = 0; // events that the whole consumer could not handle
  const setAside: SetAside = async (part, event, error) => {
    await quarantined(part, event.position, error, options);
    consumed = { ...consumed, quarantined: consumed.quarantined + 1 };
  };

  while (hasTime() && position < end && consumer.isBudgetUsed?.() !== true) {
    const events = await upcoming(position);
    if (events.length === 0) return { ...consumed, position, caughtUp: end === Number.POSITIVE_INFINITY };
    const next = nextAttempt(position, attempt, { failed: failure !== undefined, now: now().toISOString() });
    if (next.failures >= maxFailures) {
      if (whole === maxQuarantinedInARun) throw new TooManyQuarantined(name, failure?.error);
      await quarantineNext(consumer, position, failure?.error, options);
      consumed = { ...consumed, quarantined: consumed.quarantined + 1 };
      whole += 1;
      [failure, { position, attempt }] = [undefined, { attempt: undefined, ...(await read()) }];
      continue;
    }
    const slice = sliceOf(events, next.to, consumer, options.limits);
    const to = slice.at(-1)?.position ?? position;
    attempt = { to, failures: next.failures, until: new Date(now().getTime() + timeLeft()).toISOString() };
    failure = undefined;
    const isNoted = !isFresh(slice, now());
    if (!isNoted || (await checkpoints.attempt(name, position, attempt))) {
      let handled = slice;
      try {
        const count = await consumer.handle(slice, setAside, (options.limits ?? sliceLimits).rows);
        handled = slice.slice(0, count ?? slice.length);
        if (count === 0) {
          if (isNoted) await checkpoints.attempt(name, position, undefined);
          return { ...consumed, position, caughtUp: false };
        }
      } catch (error) {
        if (!causedByEvent(error)) {
          if (isNoted) await checkpoints.attempt(name, position, undefined);
          throw error;
        }
        failure = { error };
        continue;
      }
      const done = handled.at(-1)?.position ?? to;
      consumed = { ...consumed, handled: consumed.handled + handled.length, recordedAt: handled.at(-1)?.recordedAt };
      if (await checkpoints.move(name, position, done)) {
        [position, attempt] = [done, undefined];
        continue;
      }
    }
    ({ position, attempt } = { attempt: undefined, ...(await read()) });
  }
  return { ...consumed, position, caughtUp: position >= end };
}

/** Returns the next events, up to a position, that fit into a slice. */
function sliceOf(
  events: readonly SizedEvent[],
  to: number,
  { plannedRows }: FeedConsumer,
  limits: SliceLimits = sliceLimits,
): PositionedEvent[] {
  const within = events.filter(({ event }) => event.position <= to);
  return within.slice(0, sliceLength(within, limits, plannedRows)).map(({ event }) => event);
}

/** Quarantines the event after a position and moves past it. */
async function quarantineNext(
  { name: consumer }: FeedConsumer,
  position: number,
  error: unknown,
  options: ConsumeOptions,
): Promise<void> {
  await quarantined(consumer, position + 1, error, options);
  await options.checkpoints.move(consumer, position, position + 1);
}

/** Puts an event into the quarantine. */
export async function quarantined(
  consumer: string,
  position: number,
  error: unknown,
  { quarantine, now = () => new Date() }: { quarantine: Pick<Quarantine, 'add'>; now?: (() => Date) | undefined },
): Promise<void> {
  const item = { consumer, item: String(position) };
  await quarantine.add({ ...item, reason: reasonOf(error), quarantinedAt: now().toISOString() });
}

/** A consumer fails at every event. */
export class TooManyQuarantined extends Error {
  constructor(consumer: string, cause: unknown) {
    super(`${consumer} quarantined ${maxQuarantinedInARun} events in one run and stops: it is broken itself`, {
      cause,
    });
    this.name = 'TooManyQuarantined';
  }
}
