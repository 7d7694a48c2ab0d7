import { describe, expect, it } from 'vitest';
import { type Block, composeBlock, emptyFeed, headAfter } from '#shared/feed/blocks/block.ts';
import type { FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { runConsumers } from '#shared/feed/consumers/run-consumers.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { awsLatencies, simulate } from '#tests/support/simulation/simulate.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

const events = JSON.stringify([
  { id: 'relation.BGD-PAK.1', type: 'MeetingHeld', schemaVersion: 1, recordedAt: '2025-01-16T00:00:00.000Z' },
]);

/** A feed that only grows, read by position. */
function growingFeed() {
  const blocks: Block[] = [];
  let head = emptyFeed;
  const reader: FeedReader = {
    head: async () => head,
    read: async (after, atMost = 1000) => blocks.slice(after, after + atMost),
  };
  return {
    blocks,
    reader,
    grow: (): void => {
      const block = composeBlock(head, [{ stream: 'relation/BGD-PAK', version: blocks.length + 1, count: 1, events }]);
      blocks.push(block);
      head = headAfter(block);
    },
  };
}

/** Rows that each consumer writes for an event, in batches of 25, eight at a time. */
const rowsPerEvent = 5;

/**
 * Lets blocks come at a rate for ten minutes, and gives how far the slowest consumer was behind at the worst, in
 * positions.
 */
async function worstLag(blocksPerSecond: number): Promise<number> {
  const clock = virtualTime();
  const { slow } = simulate({ clock });
  const stores = inMemoryStores();
  const { blocks, reader, grow } = growingFeed();
  const feed = slow(reader, { head: 'read', read: 'read' });
  const checkpoints = slow(stores.checkpoints, { read: 'read', attempt: 'put', move: 'put', position: 'read' });
  const reached = new Map<string, number>();
  const consumer = (name: string): FeedConsumer => ({
    name,
    plannedRows: () => rowsPerEvent,
    handle: async (slice) => {
      await clock.pause(awsLatencies.read + Math.ceil((slice.length * rowsPerEvent) / 25 / 8) * awsLatencies.batch);
      reached.set(name, slice.at(-1)?.position ?? 0);
    },
  });
  const stages = [[consumer('first')], [consumer('second'), consumer('third')], [consumer('last')]];
  const minutes = 10;
  let worst = 0;
  const total = blocksPerSecond * 60 * minutes;
  const produce = async (): Promise<void> => {
    for (let count = 0; count < total; count += 1) {
      grow();
      for (const { name } of stages.flat()) worst = Math.max(worst, blocks.length - (reached.get(name) ?? 0));
      await clock.pause(1000 / blocksPerSecond);
    }
  };
  /** One invocation after the other, each with up to 100 blocks of the stream, as Lambda does for a shard. */
  const invoke = async (): Promise<void> => {
    for (let told = 0; told < total;) {
      const notified = blocks.slice(told, told + 100);
      told += notified.length;
      const deadline = clock.now() + 60_000;
      const timeLeft = () => deadline - clock.now();
      const options = { notified, timeLeft, hasTime: () => timeLeft() > 10_000, now: () => new Date(clock.now()) };
      const onFailure = (message: string): never => expect.unreachable(message);
      if (notified.length === 0) await clock.pause(1);
      else await runConsumers(stages, { ...stores, feed, checkpoints }, { ...options, onFailure });
    }
  };
  await clock.run(async () => Promise.all([produce(), invoke()]));
  expect(blocks).toHaveLength(total);
  return worst;
}

describe('ten minutes of a steady stream of blocks, as far away as AWS', () => {
  it.each([67, 200])(
    'leave no consumer 200 positions behind at %i blocks a second',
    { timeout: 60_000 },
    async (rate) => {
      expect(await worstLag(rate)).toBeLessThanOrEqual(200);
    },
  );
});
