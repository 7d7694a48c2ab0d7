import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { v7 } from 'uuid';
import { chunksOf } from '#shared/chunks.ts';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { composeBlock, emptyFeed, headAfter, type PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { Notice } from '#shared/subscriptions/phases/wanted-notices.ts';
import { phaseLog } from '#shared/subscriptions/phases/phase-log.ts';
import { deliver } from '#shared/subscriptions/webhooks/deliver.ts';
import { dynamoDBSubscriptionIndex } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import {
  dynamoDBSubscriptions,
  type SubscriptionTables,
} from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';
import { matcher } from '#shared/subscriptions/webhooks/match.ts';
import { newSecret } from '#shared/subscriptions/webhooks/standard-webhooks.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import type { Subscription } from '#shared/subscriptions/webhooks/subscription.ts';
import { entryItem, keyOf, writtenOf } from '#shared/subscriptions/webhooks/subscription-item.ts';
import { termsOf } from '#shared/subscriptions/filter/terms.ts';
import { costOf, counted } from '#tests/support/counted-client.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { databaseAt } from '#tests/support/stores.ts';
import { subscriptionTables } from '#tests/support/subscription-tables.ts';
import { type Figure, figure } from './figure.ts';
import type { Part } from './part.ts';
import { milliseconds, together } from './rounds.ts';
import { median } from './statistics.ts';
import { announcement } from './workload.ts';
import { handleAll } from '#tests/support/projecting.ts';
import { recorder } from '#tests/support/recorder.ts';

/** What one event costs that one of many subscriptions wants. */
export const matching: Part = {
  name: 'matching',
  how:
    'One of 10, 1 000 and 10 000 subscriptions wants an event; the others want other dyads. The matcher on DynamoDB Local, which counts no unit for a query that ' +
    'finds nothing (AWS: one for each). Then the delivery of that event, to a receiver that takes it at once.',
  measure: async ({ startDatabase, quick }) => {
    const endpoint = await startDatabase();
    const figures: Figure[] = [];
    for (const count of [10, 1000, 10_000])
      figures.push(...(await oneAmong(databaseAt(endpoint), count, quick ? 20 : 200)));
    return figures;
  },
};

async function oneAmong(client: DynamoDBClient, count: number, rounds: number): Promise<Figure[]> {
  const tables = await subscriptionTables(client);
  const one = idle(['BGD-PAK']);
  const others = Array.from({ length: count - 1 }, (_, index) => idle([dyadOf('USA', `x-${index.toString(36)}`)]));
  await write(client, tables, [one, ...others]);

  const stores = inMemoryStores();
  const index = dynamoDBSubscriptionIndex(client, tables);
  const cost = counted(client);
  const consumer = matcher({ index, ledger: stores.ledger, trigger: async () => undefined, now: () => new Date() });
  const handle = async (position: number): Promise<void> => {
    await handleAll(consumer, [happened(position)]);
  };
  const matched = await costOf(cost, async () => handle(1));
  const delivered = await costOf(cost, async () => deliverOne(client, tables, one));
  const times: number[] = [];
  for (let position = 2; position < rounds + 2; position += 1)
    times.push(await milliseconds(async () => handle(position)));
  const among = `among ${count.toLocaleString('en-GB').replaceAll(',', ' ')}`;
  return [
    figure(`match one ${among}: calls`, 'calls', matched.calls.length, { atMost: 10 }),
    figure(`match one ${among}: mark`, 'WCU', matched.write, { atMost: 2 }),
    figure(`match one ${among}`, 'ms', median(times)),
    figure(`deliver to one ${among}`, 'WCU', delivered.write, { atMost: 2 }),
    figure(`deliver to one ${among}`, 'RCU', delivered.read, { atMost: 2 }),
  ];
}

/** Delivers what was marked: the reads and writes of the subscription, without the feed's. */
async function deliverOne(
  client: DynamoDBClient,
  tables: SubscriptionTables,
  { owner, id }: Subscription,
): Promise<void> {
  const { ledger, readModels, checkpoints } = inMemoryStores();
  const { stream, version, ...event } = happened(1);
  const block = composeBlock(emptyFeed, [{ stream, version, count: 1, events: JSON.stringify([event]) }]);
  const posted: Notice[] = [];
  await deliver(
    {
      subscriptions: dynamoDBSubscriptions(client, tables),
      feed: { head: async () => headAfter(block), read: async () => [block] },
      ledger,
      phases: phaseLog(readModels, checkpoints),
      post: async (_to, sent) => void posted.push(sent),
      refusal: () => undefined,
      trigger: async () => undefined,
      now: () => new Date(),
      random: () => 0,
      pause: async () => undefined,
    },
    { owner, id },
    () => 1000,
  );
  if (posted.length !== 1) throw new Error(`${posted.length} events were delivered, not one`);
}

/** A subscription to some dyads that has nothing to do. */
function idle(dyads: string[]): Subscription {
  const id = v7();
  return {
    owner: `client-${id.slice(-2)}`,
    id,
    url: 'https://receiver.example/chancery/events',
    filter: { dyads },
    description: 'The desk for South Asia',
    createdAt: '2025-01-20T09:00:00.000Z',
    state: 'active',
    secrets: [sealingWith(() => ['key']).seal(id, newSecret())],
    version: 1,
    cursor: 0,
    catchingUp: false,
    failures: 0,
  };
}

function happened(position: number): PositionedEvent {
  const stream = 'relation/BGD-PAK';
  const stored = record(announcement(), { recordedAt: '2025-01-20T09:00:00.000Z', recordedBy: recorder('bench') });
  return { id: eventId(stream, position), stream, version: position, ...stored, position };
}

/** Writes subscriptions and their entries, 25 items a call. */
async function write(client: DynamoDBClient, tables: SubscriptionTables, all: readonly Subscription[]): Promise<void> {
  const requests: [string, WriteRequest][] = all.flatMap((one) => [
    [tables.subscriptions, { PutRequest: { Item: { ...keyOf(one), ...writtenOf(one) } } }],
    ...termsOf(one.filter).map((term): [string, WriteRequest] => [
      tables.terms,
      { PutRequest: { Item: entryItem(term, one) } },
    ]),
  ]);
  await together(8, chunksOf(requests, 25), async (call) => {
    const RequestItems = Object.fromEntries(
      Object.values(tables).map((table: string) => [table, call.flatMap(([to, request]) => (to === table ? [request] : []))]), // prettier-ignore
    );
    await client.send(new BatchWriteItemCommand({ RequestItems }));
  });
}
