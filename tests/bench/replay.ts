import { type AttributeValue, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type Block, eventsAfter, lastPosition, sliceAfter } from '#shared/feed/blocks/block.ts';
import { blockItem } from '#shared/feed/blocks/block-item.ts';
import { completeItem } from '#shared/feed/blocks/complete-item.ts';
import { sharedReads } from '#shared/feed/consumers/shared-reads.ts';
import type { SliceLimits } from '#shared/feed/consumers/slice.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { consumeFeed, type FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { backgroundGenerations, projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import { changesOf } from '#shared/projections/engine/changes-of.ts';
import { nextGeneration, noneDecided, versionsInCode } from '#shared/projections/generations/generations.ts';
import { decide } from '#shared/projections/generations/manage-generations.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import type { Projection } from '#shared/projections/engine/projection.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { databaseAt, type Stores, storesOn, type TableName } from '#tests/support/stores.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';
import { interleaved, perSecond, together } from './rounds.ts';
import { median, pairedRatio } from './statistics.ts';
import { commitsOf, streamOf, typicalBytes } from './workload.ts';

/** A consumer that reads from the beginning takes large slices. */
const limits: SliceLimits = { events: 10_000, bytes: 8 * 1024 * 1024, rows: 100_000 };

/** Reading the feed from its beginning, and building projections from it. */
export const replay: Part = {
  name: 'replay',
  how:
    `A consumer reads the feed from its beginning: ${typicalBytes}-byte events in the blocks of a busy day (as many commits as fit) and of a ` +
    'quiet one (one event each). Uncompressed: the same blocks as they were stored and read before. Raw: the same pages by bare queries. Handling nothing; then as new versions of the projections, written to DynamoDB Local; ' +
    'at last all projections at the same time, as rebuild-projections runs them.',
  measure: async ({ startDatabase, quick }) => {
    const endpoint = await startDatabase();
    const [busy, quiet, built, before] = await Promise.all(
      [1, 2, 3, 4].map(async () => storesOn(databaseAt(endpoint))),
    );
    if (!busy || !quiet || !built || !before) throw new Error('A database was not made');
    const events = { busy: quick ? 5000 : 30_000, quiet: quick ? 200 : 1000, built: quick ? 1000 : 4000 };
    await fill(busy, events.busy, 1000);
    await copyUncompressed(busy, before);
    await fill(quiet, events.quiet, 1);
    await fill(built, events.built, 1000);

    const nothing = (round: number): FeedConsumer => ({ name: `nothing@${round}`, handle: async () => undefined });
    const one = (projection: Projection<unknown>, round: number): FeedConsumer => ({
      name: `${projection.name}@${100 + round}`,
      handle: async (some) =>
        applyProjection({ ...projection, version: 100 + round }, built.readModels, await changesOf(built, some)),
    });
    for (const consumer of projectionStages(built).flat()) await consumeFeed(consumer, built);
    const everything = async (): Promise<number> => {
      for (const name of versionsInCode.keys()) await newBuild(built, name);
      return replayed(built, backgroundGenerations(built, await built.registry.read()), events.built);
    };

    const reading = await interleaved(quick ? 3 : 9, {
      busy: async (round) => replayed(busy, [nothing(round)], events.busy),
      before: async (round) => readAsBefore(before, round, events.busy),
      raw: async () => perSecond(events.busy, async () => queried(busy, events.busy)),
      quiet: async (round) => replayed(quiet, [nothing(round)], events.quiet),
    });
    const building = await interleaved(quick ? 1 : 3, {
      puts: async (round) => putOneByOne(built, round, events.built),
      timeline: async (round) => replayed(built, [one(timeline, round)], events.built),
      events: async (round) => replayed(built, [one(eventRows, round)], events.built),
      everything,
    });
    return [
      figure("read a busy day's feed", 'events per s', median(reading.busy), { atLeast: 60_000 }),
      figure("read a busy day's feed", '× uncompressed', pairedRatio(reading.busy, reading.before), { atLeast: 3 }),
      figure("read a busy day's feed", '× raw', pairedRatio(reading.busy, reading.raw)),
      figure("read a quiet day's feed", 'events per s', median(reading.quiet)),
      figure('build the timeline', 'events per s', median(building.timeline)),
      figure('build the event rows', 'events per s', median(building.events)),
      figure(`rebuild all ${versionsInCode.size} read models`, 'events per s', median(building.everything)),
      figure(
        `rebuild all ${versionsInCode.size} read models`,
        '× raw puts',
        pairedRatio(building.everything, building.puts),
        { atLeast: 0.4 },
      ),
    ];
  },
};

/** A feed of 1-event commits of fifty streams, sequenced so many at a time. */
async function fill(stores: Stores, events: number, batch: number): Promise<void> {
  const streams = Array.from({ length: 50 }, (_, index) =>
    commitsOf(
      streamOf('feed', index),
      Array.from({ length: events / 50 }, () => 1),
    ),
  );
  const commits = streams.flat().toSorted((a, b) => a.version - b.version);
  for (let start = 0; start < commits.length; start += batch)
    await sequence(stores, commits.slice(start, start + batch));
}

/**
 * Has another build of a projection made, as `npm run projections -- rebuild` does, and the one before it forgotten.
 */
async function newBuild({ registry }: Stores, name: string): Promise<void> {
  const decisions = await registry.read();
  const { dropped, further } = decisions.projections[name] ?? noneDecided;
  const build = nextGeneration(decisions, name, versionsInCode.get(name)?.at(-1) ?? 1);
  await decide(registry, decisions, name, { further: [build], dropped: [...dropped, ...further] });
}

/** Events a second, from the beginning of the feed to its end. */
async function replayed(stores: Stores, consumers: readonly FeedConsumer[], events: number): Promise<number> {
  return perSecond(events, async () =>
    Promise.all(
      consumers.map(async (consumer) => {
        const { handled } = await consumeFeed(consumer, { ...stores, feed: sharedReads(stores.feed), limits });
        if (handled !== events) throw new Error(`${consumer.name} saw ${handled} of ${events} events`);
      }),
    ),
  );
}

/** Puts of a row of an event's size by the bare SDK, by eight writers: so many a second. */
async function putOneByOne({ client }: Stores, round: number, count: number): Promise<number> {
  const table: TableName = 'ReadModels';
  const data = { S: 'x'.repeat(typicalBytes) };
  const rows = Array.from({ length: count }, (_, index) => String(index));
  return perSecond(count, async () =>
    together(8, rows, async (sort) => {
      const Item = { partition: { S: `raw/${round}` }, sort: { S: sort }, position: { N: '1' }, data };
      await client.send(new PutItemCommand({ TableName: table, Item }));
    }),
  );
}

/** Puts the same blocks as feeds of the first layout hold them. */
async function copyUncompressed(from: Stores, { client }: Stores): Promise<void> {
  const TableName: TableName = 'Feed';
  for await (const block of allBlocks(from.feed)) {
    const Item = { ...blockItem(block), entries: { S: block.entries } };
    await client.send(new PutItemCommand({ TableName, Item }));
  }
  await client.send(new PutItemCommand({ TableName, Item: completeItem(await from.feed.head()) }));
}

const firstMegabyte = (blocks: readonly Block[]): readonly Block[] => {
  let bytes = 0;
  const end = blocks.findIndex(({ entries }) => (bytes += entries.length) > 1024 * 1024);
  return end === -1 ? blocks : blocks.slice(0, end + 1);
};

/**
 * Reads as consumers did before blocks were compressed: a read, a slice of a megabyte of it and a move of the
 * checkpoint, again and again.
 */
async function readAsBefore({ feed, checkpoints }: Stores, round: number, events: number): Promise<number> {
  return perSecond(events, async () => {
    let position = 0;
    let handled = 0;
    for (;;) {
      const blocks = firstMegabyte(sliceAfter(position, await feed.read(position)));
      const last = blocks.at(-1);
      if (last === undefined) break;
      const after = position;
      handled += blocks.flatMap((block) => eventsAfter(after, block)).length;
      await checkpoints.move(`before@${round}`, position, lastPosition(last));
      position = lastPosition(last);
    }
    if (handled !== events) throw new Error(`${handled} of ${events} events were read`);
  });
}

/** The same pages by the bare SDK, not looked into. */
async function queried({ client }: Stores, events: number): Promise<void> {
  const table: TableName = 'Feed';
  let read = 0;
  for (let epoch = 0; read < events; epoch += 1) {
    const before = read;
    let start: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'page = :page',
          ExpressionAttributeValues: { ':page': { S: String(epoch) } },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      );
      for (const { count } of page.Items ?? []) read += Number(count?.N);
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    if (read === before) throw new Error(`The feed holds ${read} of ${events} events`);
  }
}
