import { type Block, eventsAfter, lastPosition, type PositionedEvent, sliceAfter } from './block.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { FeedReader } from './feed.ts';

export interface FeedConsumer {
  /** The checkpoint's name. */
  readonly name: string;
  /** The names of consumers whose checkpoints it must not pass. */
  readonly follows?: readonly string[];
  /** The most rows that handling an event writes; absent: one. */
  readonly plannedRows?: (event: PositionedEvent) => number;
  /** Handles events in the feed's order; must bear to see them again. When it throws, the consumer stays where it is. */
  handle(events: readonly PositionedEvent[]): Promise<void>;
}

export interface ConsumeOptions {
  readonly feed: Pick<FeedReader, 'read'>;
  readonly checkpoints: Pick<Checkpoints, 'position' | 'move'>;
  /** Where the checkpoint was seen to stand; absent: it is read. */
  readonly from?: number | undefined;
  /** The blocks that came with the wake-up: they save a read when they are next. */
  readonly woken?: readonly Block[];
  /** Asked between slices; `false` ends the run early, for a fresh invocation to go on. */
  readonly hasTime?: () => boolean;
}

export interface Consumed {
  /** Where the checkpoint stands. */
  readonly position: number;
  /** Whether the feed held nothing more. */
  readonly caughtUp: boolean;
  /** Events handled in this run. */
  readonly handled: number;
  /** When the last event handled in this run had been recorded. */
  readonly recordedAt?: string;
}

/** Brings a consumer from its checkpoint to the end of the feed: handle a slice, then move the checkpoint, again and again. */
export async function consumeFeed(consumer: FeedConsumer, options: ConsumeOptions): Promise<Consumed> {
  const { feed, checkpoints, woken = [], hasTime = () => true } = options;
  let position = options.from ?? (await checkpoints.position(consumer.name));
  let handled = 0;
  let recordedAt: string | undefined;
  const done = (caughtUp: boolean): Consumed => ({ position, caughtUp, handled, ...(recordedAt && { recordedAt }) });
  while (hasTime()) {
    const brought = sliceAfter(position, woken);
    const read = brought.length > 0 ? brought : await feed.read(position);
    const blocks = sliceAfter(position, read);
    const last = blocks.at(-1);
    // What was read may begin with a gap, when a block was written in the middle of the reading: it is there the next time.
    if (last === undefined) return done(read.length === 0);
    const events = blocks.flatMap((block) => eventsAfter(position, block));
    await consumer.handle(events);
    handled += events.length;
    recordedAt = events.at(-1)?.recordedAt;
    const moved = await checkpoints.move(consumer.name, position, lastPosition(last));
    position = moved ? lastPosition(last) : await checkpoints.position(consumer.name);
  }
  return done(false);
}
