import { blockItem } from '#shared/feed/blocks/block-item.ts';
import type { FeedWriter } from '#shared/feed/feed.ts';
import { sequence, type SequencerPorts } from '#shared/feed/sequencer/sequence.ts';
import { rowItem } from '#shared/feed/blocks/version-row-item.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { commitsOf, streamOf } from '#tests/bench/workload.ts';
import { itemBytes } from '#tests/support/capacity-units.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { randomFrom } from '#tests/support/mortal.ts';
import { simulate } from './simulate.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

export interface Load {
  /** Shards of the ledger's stream. */
  readonly shards: number;
  readonly appendsPerSecond: number;
  /** How long appends go on. */
  readonly seconds: number;
  /** Whether shards lead to one sequencer by a queue, or each to a sequencer of its own. */
  readonly by?: 'queue' | 'shard';
}

export interface UnderLoad {
  /** Milliseconds from the commit to the put of its block. */
  readonly p50: number;
  readonly p95: number;
  readonly unitsPerEvent: number;
  /** Events that have no position five seconds after the last append. */
  readonly unsequenced: number;
  /** Events sequenced in each second of the load. */
  readonly eventsPerSecond: number;
}

/** Milliseconds that Lambda takes to invoke a warm function, and SQS to take a message. */
const invocationMs = 5;
const sendMs = 10;
const messagesPerInvocation = 10;
/** Milliseconds after the last append by which everything should be sequenced. */
const drainMs = 5000;
const batchRows = 25 * 8; // a call takes 25, and eight are under way at once

/** Lets commits of ever new streams come in by chance, and the sequencer deal with them as it is deployed. */
export async function sequencerUnderLoad({
  shards,
  appendsPerSecond,
  seconds,
  by = 'queue',
}: Load): Promise<UnderLoad> {
  const clock = virtualTime();
  const random = randomFrom(shards);
  const stores = inMemoryStores();
  const recorded = new Map<string, number>();
  const latencies: number[] = [];
  let units = 0;
  const metered: FeedWriter = {
    ...stores.feed,
    put: async (block) => {
      units += writeUnits(blockItem(block));
      return stores.feed.put(block);
    },
    writeRows: async (rows) => {
      for (const row of rows) units += writeUnits(rowItem(row));
      await stores.feed.writeRows(rows);
    },
    moveComplete: async (to) => {
      units += 1;
      await stores.feed.moveComplete(to);
    },
  };
  const feed = simulate({ clock, jitter: 0.3, random }).slow(metered, {
    complete: 'read',
    blocksAfter: 'read',
    streamEnds: 'read',
    put: 'put',
    writeRows: (rows) => 12 * Math.ceil(rows.length / batchRows),
    moveComplete: 'put',
  });
  const ports: SequencerPorts = {
    ledger: stores.ledger,
    quarantine: stores.quarantine,
    feed: {
      ...feed,
      put: async (block) => {
        const isPut = await feed.put(block);
        if (isPut)
          for (const stream of streamsIn(block.entries)) latencies.push(clock.now() - (recorded.get(stream) ?? 0));
        return isPut;
      },
    },
  };
  const timing = { pause: clock.pause, random };
  const sequenced = async (commits: readonly Commit[]) => sequence(ports, commits, { timing });

  const end = seconds * 1000;
  const records = Array.from({ length: shards }, () => inbox<Commit>());
  const queue = inbox<readonly Commit[]>();

  const append = async (): Promise<void> => {
    for (let index = 0; clock.now() < end; index += 1) {
      await clock.pause((-Math.log(1 - random()) * 1000) / appendsPerSecond);
      const stream = streamOf('load', index);
      const [commit] = commitsOf(stream, [1]);
      if (commit === undefined) continue;
      recorded.set(stream, clock.now());
      records[Math.floor(random() * shards)]?.add(commit);
    }
  };
  const follow = async (shard: Inbox<Commit>): Promise<void> => {
    for (let batch = await shard.take(1000); batch.length > 0; batch = await shard.take(1000)) {
      await clock.pause(invocationMs);
      if (by === 'shard') await sequenced(batch);
      else {
        await clock.pause(sendMs);
        queue.add(batch);
      }
    }
  };
  const followQueue = async (): Promise<void> => {
    for (let messages = await queue.take(messagesPerInvocation); messages.length > 0;) {
      await clock.pause(invocationMs);
      await sequenced(messages.flat());
      messages = await queue.take(messagesPerInvocation);
    }
  };

  let byEnd = 0;
  await clock.run(async () => {
    const following = [...records.map(follow), followQueue()];
    await append();
    byEnd = latencies.length;
    await clock.pause(drainMs);
    for (const box of [...records, queue]) box.close();
    await Promise.all(following);
  });
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    p50: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    p95: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    unitsPerEvent: Math.round((units / latencies.length) * 100) / 100,
    unsequenced: recorded.size - latencies.length,
    eventsPerSecond: Math.round(byEnd / seconds),
  };
}

interface Inbox<Item> {
  readonly add: (item: Item) => void;
  /** Takes at most so many items, as soon as there are any; none when the inbox is closed. */
  readonly take: (atMost: number) => Promise<Item[]>;
  readonly close: () => void;
}

function inbox<Item>(): Inbox<Item> {
  const items: Item[] = [];
  const state = { isOpen: true };
  let change = Promise.withResolvers<void>();
  const changed = (): void => {
    change.resolve();
    change = Promise.withResolvers();
  };
  return {
    add: (item) => {
      items.push(item);
      changed();
    },
    take: async (atMost) => {
      while (items.length === 0 && state.isOpen) await change.promise;
      return state.isOpen ? items.splice(0, atMost) : [];
    },
    close: () => {
      state.isOpen = false;
      changed();
    },
  };
}

const writeUnits = (item: Parameters<typeof itemBytes>[0]): number => Math.ceil(itemBytes(item) / 1024);

const streamsIn = (entries: string): string[] =>
  (JSON.parse(entries) as { readonly stream: string }[]).map(({ stream }) => stream);
