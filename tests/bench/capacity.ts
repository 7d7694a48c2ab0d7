import { v7 } from 'uuid';
import { parseEventId } from '#shared/domain/events/event-id.ts';
import { readFeedPage } from '#shared/feed/read-feed-page.ts';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { appender } from '#shared/ledger/append.ts';
import { itemOf } from '#shared/ledger/commit-item.ts';
import { readStreamPage } from '#shared/ledger/read-stream-page.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { withPositions } from '#shared/read-models/events/with-positions.ts';
import { itemBytes } from '#tests/support/capacity-units.ts';
import type { Cost } from '#tests/support/counted-client.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { databaseAt, type Stores, storesOn } from '#tests/support/stores.ts';
import { type Figure, figure } from './figure.ts';
import { metered } from './meter.ts';
import type { Part } from './part.ts';
import { together } from './rounds.ts';
import { commitsOf, proposal, recordedBy, streamOf, typicalBytes } from './workload.ts';

/** Capacity units of an append, of a read, and of what an event costs downstream. */
export const capacity: Part = {
  name: 'capacity',
  how:
    `Events of ${typicalBytes} bytes of recorded JSON. Units are what DynamoDB states in its replies; transactions (2 WCU for each KB of each ` +
    'item) and missing items of a batch (1 RCU) are computed, because DynamoDB Local states them wrongly.',
  measure: async ({ startDatabase }) => {
    const client = databaseAt(await startDatabase());
    const stores = await storesOn(client);
    const costOf = metered(client);
    return [
      ...(await appendCosts(stores, costOf)),
      ...(await feedCosts(stores, costOf)),
      ...(await readCosts(stores, costOf)),
    ];
  },
};

type CostOf = (work: () => Promise<unknown>) => Promise<Cost>;

const figuresOf = (name: string, { write, read }: Cost, most?: { write: number; read: number }): Figure[] => [
  figure(name, 'WCU', write, most && { atMost: most.write }),
  figure(name, 'RCU', read, most && { atMost: most.read }),
];

async function appendCosts({ ledger }: Stores, costOf: CostOf): Promise<Figure[]> {
  const append = appender({ ledger, now: () => new Date(), newId: v7 });
  const event = proposal();
  const appending = (stream: string, expectedVersion: number | 'any', count = 1, idempotencyKey?: string) =>
    costOf(async () => {
      const events = Array.from({ length: count }, () => event);
      return append({ stream, expectedVersion, events, recordedBy, idempotencyKey });
    });
  const [visit, tour] = ['visit/psc-chief-islamabad-2025-01', 'visit/ten-stations-2025-01'];
  return [
    ...figuresOf('append to a new stream', await appending(visit, 0), { write: 1, read: 0 }),
    ...figuresOf('append to an existing stream', await appending(visit, 'any'), { write: 1, read: 1 }),
    ...figuresOf('append ten events in one commit', await appending(tour, 0, 10), { write: 8, read: 0 }),
    ...figuresOf('append after a commit of ten', await appending(tour, 'any')),
    ...figuresOf('append with key and precondition', await appending(visit, 2, 1, v7())),
    ...figuresOf('append with key, no precondition', await appending(visit, 'any', 1, v7())),
    figure("a commit's bytes beyond its events' JSON", 'bytes', await overhead({ ledger }, visit), { atMost: 300 }),
  ];
}

async function overhead({ ledger }: Pick<Stores, 'ledger'>, stream: string): Promise<number> {
  const head = await ledger.head(stream);
  if (head === undefined) throw new Error(`${stream} was not written`);
  return itemBytes(itemOf(head)) - Buffer.byteLength(head.events);
}

/** What it costs to sequence commits, and to project their events: one that comes alone, and one of fifty. */
async function feedCosts(stores: Stores, costOf: CostOf): Promise<Figure[]> {
  const figures: Figure[] = [];
  await projectFeed(stores); // decides which generations serve
  for (const count of [1, 50]) {
    const commits = Array.from({ length: count }, (_, index) => commitsOf(streamOf(`of${count}`, index), [1])).flat();
    const sequenced = await costOf(async () => sequence(stores, commits));
    const projected = await costOf(async () => projectFeed(stores));
    const each = (cost: Cost): Cost => ({ ...cost, write: cost.write / count, read: cost.read / count });
    const which = count === 1 ? 'an event that comes alone' : `one of ${count} events`;
    const alone = count === 1;
    figures.push(...figuresOf(`sequence ${which}`, each(sequenced), { write: alone ? 3 : 1.2, read: 2 }));
    figures.push(...figuresOf(`project ${which}`, each(projected), { write: alone ? 14 : 9, read: alone ? 14 : 2 }));
    const calls = projected.calls.length / count;
    figures.push(figure(`project ${which}`, 'calls', calls, { atMost: alone ? 12 : 1.2 }));
  }
  return figures;
}

async function readCosts(stores: Stores, costOf: CostOf): Promise<Figure[]> {
  const { ledger, feed, readModels } = stores;
  const stream = streamOf('read', 0);
  const commits = commitsOf(
    stream,
    Array.from({ length: 1500 }, () => 1),
  );
  await together(8, commits, async (commit) => ledger.put(commit));
  await sequence(stores, commits);
  await projectFeed(stores);

  const reads = {
    'read a timeline page of 100': async () =>
      (await readTimeline(readModels, { dyad: 'BGD-PAK', order: 'newest', limit: 100 })).items.length,
    'read a stream page of 100': async () => {
      await ledger.head(stream);
      const { items } = await readStreamPage(ledger, stream, { direction: 'forward', limit: 100 });
      return (await withPositions(readModels, stream, items)).length;
    },
    'read a feed page of 100': async () => (await readFeedPage(feed, { after: 51, limit: 100, wait: 0 })).items.length,
    'read an event by its id': async () => {
      const address = parseEventId(`${stream.replace('/', '.')}.75`);
      if (address === undefined) throw new Error('Not an id');
      const { items } = await readStreamPage(ledger, stream, {
        direction: 'backward',
        from: address.version,
        limit: 1,
      });
      return (await withPositions(readModels, stream, items)).length * 100;
    },
  };
  const figures: Figure[] = [];
  for (const [name, read] of Object.entries(reads)) {
    let found = 0;
    const { read: units } = await costOf(async () => {
      found = await read();
    });
    if (found !== 100) throw new Error(`${name} found ${found}`);
    figures.push(figure(name, 'RCU', units));
  }
  return figures;
}
