import { type Block, eventsAfter, lastPosition, type PositionedEvent } from './block.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { FeedReader } from './feed.ts';

export interface FeedConsumer {
  /** The checkpoint's name. */
  readonly name: string;
  /** Handles events in the feed's order; must bear to see them again. When it throws, the consumer stays where it is. */
  handle(events: readonly PositionedEvent[]): Promise<void>;
}

export interface ConsumeOptions {
  readonly feed: Pick<FeedReader, 'read'>;
  readonly checkpoints: Checkpoints;
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
  let position = await checkpoints.position(consumer.name);
  let handled = 0;
  let recordedAt: string | undefined;
  while (hasTime()) {
    const brought = following(position, woken);
    const blocks = brought.length > 0 ? brought : await feed.read(position);
    const last = blocks.at(-1);
    if (last === undefined) return { position, caughtUp: true, handled, ...(recordedAt && { recordedAt }) };
    const events = blocks.flatMap((block) => eventsAfter(position, block));
    await consumer.handle(events);
    handled += events.length;
    recordedAt = events.at(-1)?.recordedAt;
    const moved = await checkpoints.move(consumer.name, position, lastPosition(last));
    position = moved ? lastPosition(last) : await checkpoints.position(consumer.name);
  }
  return { position, caughtUp: false, handled, ...(recordedAt && { recordedAt }) };
}

/** Those of the blocks that go on from a position without a gap. */
function following(position: number, blocks: readonly Block[]): Block[] {
  const run: Block[] = [];
  let next = position + 1;
  for (const block of blocks.toSorted((a, b) => a.position - b.position)) {
    if (lastPosition(block) < next) continue;
    if (block.position > next) break;
    run.push(block);
    next = lastPosition(block) + 1;
  }
  return run;
}
