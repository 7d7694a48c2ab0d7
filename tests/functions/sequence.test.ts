import { beforeEach, describe, expect, it } from 'vitest';
import { invocation } from '#tests/support/as-deployed.ts';
import { type SequencerEvent, sequencerFunction } from '#functions/sequence/sequencer-function.ts';
import { entriesOf } from '#shared/feed/blocks/block.ts';
import { maxMessageBytes } from '#shared/feed/sequencer/notice-item.ts';
import { sequence, type SequencerPorts, sweep } from '#shared/feed/sequencer/sequence.ts';
import { itemOf } from '#shared/ledger/commit-item.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from '#tests/support/appending.ts';
import { visit } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

let stores: ReturnType<typeof inMemoryStores>;
let sent: string[];
let retried: (readonly [receipt: string, deliveries: number])[];

beforeEach(async () => {
  stores = inMemoryStores();
  sent = [];
  retried = [];
  await appending(stores.ledger)();
  await appending(stores.ledger)({ stream: 'visit/dhaka', events: [visit()] });
});

const notices = {
  send: async (body: string): Promise<void> => void sent.push(body),
  retrySoon: async (receipt: string, deliveries: number): Promise<void> => void retried.push([receipt, deliveries]),
};

/** Invokes the function, over ports that may be out of order, with so much time left. */
const invoke = async (
  event: SequencerEvent,
  ports: Partial<SequencerPorts> = {},
  { remaining = 30_000, send = notices.send } = {},
) =>
  // prettier-ignore
  sequencerFunction({
    notices: { ...notices, send },
    sequence: (told, options) => sequence({ ...stores, ...ports }, told, options),
    sweep: (options) => sweep(stores, 1, options),
  })(event, invocation(remaining));

const commitOf = async (stream: string): Promise<Commit> => {
  const [commit] = await Array.fromAsync(stores.ledger.commits(stream, { direction: 'forward' }));
  if (commit === undefined) throw new Error(`${stream} has no commit`);
  return commit;
};

type Item = ReturnType<typeof itemOf>;

/** Stream records of new items. */
const records = (...items: readonly Item[]): SequencerEvent => ({
  Records: items.map((item, index) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: `record ${index}`, NewImage: item },
  })),
});

/** Messages of the queue. */
const messages = (...bodies: readonly string[]): SequencerEvent => ({
  Records: bodies.map((body, index) => ({
    messageId: `message ${index}`,
    receiptHandle: `receipt ${index}`,
    body,
    attributes: { ApproximateReceiveCount: String(index + 1) },
  })),
});

const itemsOf = async (...streams: readonly string[]) =>
  Promise.all(streams.map(async (stream) => itemOf(await commitOf(stream))));

const sequenced = async () =>
  (await Array.fromAsync(allBlocks(stores.feed)))
    .flatMap(entriesOf)
    .map(({ stream, version }) => `${stream} ${version}`)
    .toSorted();

const outOfReach = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
const both = ['relation/BGD-PAK 1', 'visit/dhaka 1'];

describe("records of the ledger's stream", () => {
  it('are handed to the queue, whose messages are sequenced', async () => {
    const event = records(...(await itemsOf('visit/dhaka', 'relation/BGD-PAK')));
    expect(await invoke(event)).toEqual({ batchItemFailures: [] });
    expect(await sequenced()).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(await invoke(messages(...sent))).toEqual({ batchItemFailures: [] });
    expect(await sequenced()).toEqual(both);
  });

  it('fill one message after the other, and a commit that fills one alone is read in the ledger', async () => {
    const [item] = await itemsOf('visit/dhaka');
    if (item === undefined) throw new Error('There is no item');
    const half = { ...item, state: { S: 'x'.repeat(maxMessageBytes / 2 - 2000) } };
    const whole = { ...item, state: { S: 'x'.repeat(maxMessageBytes) } };
    await invoke(records(half, half, half, whole));
    expect(sent.map((body) => (JSON.parse(body) as unknown[]).length)).toEqual([2, 2]);
    for (const body of sent) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxMessageBytes + 1);
    await invoke(messages(sent[1] ?? ''), {});
    expect(await sequenced()).toEqual(['visit/dhaka 1']);
  });

  it('are delivered again from the first that was not handed on', async () => {
    const [item] = await itemsOf('visit/dhaka');
    if (item === undefined) throw new Error('There is no item');
    const large = { ...item, state: { S: 'x'.repeat(maxMessageBytes - 2000) } };
    const send = async (body: string) => (sent.length === 1 ? Promise.reject(outOfReach) : notices.send(body));
    expect(await invoke(records(large, large, large), {}, { send })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'record 1' }],
    });
  });
});

describe('messages of the queue', () => {
  it('with an item that is no commit stop nothing else', async () => {
    const [broken, sound] = await itemsOf('relation/BGD-PAK', 'visit/dhaka');
    const { events: _, ...noCommit } = broken ?? {};
    await invoke(messages(JSON.stringify([noCommit, sound]), 'no JSON', '[{}]', '{}'));
    expect(await sequenced()).toEqual(both); // the ledger has the sound commit
    expect(retried).toEqual([]);
  });

  it('about a commit that cannot be proven are done with, once it is quarantined', async () => {
    const forged = { ...(await commitOf('relation/BGD-PAK')), hash: 'forged' };
    const ledger = {
      async *commits() {
        yield forged;
      },
    };
    const body = JSON.stringify([itemOf(forged), ...(await itemsOf('visit/dhaka'))]);
    expect(await invoke(messages(body), { ledger })).toEqual({ batchItemFailures: [] });
    expect(await sequenced()).toEqual(['visit/dhaka 1']);
    expect((await stores.quarantine.list({ limit: 5 })).items).toMatchObject([
      { consumer: 'sequence', item: 'relation/BGD-PAK#1' },
    ]);
  });

  it('about a stream that could not be read come again soon, the others do not', async () => {
    const named = JSON.stringify([{ stream: { S: 'relation/BGD-PAK' }, version: { N: '1' } }]);
    const ledger = {
      async *commits() {
        yield* [];
        throw outOfReach;
      },
    };
    const event = messages(JSON.stringify(await itemsOf('visit/dhaka')), named);
    expect(await invoke(event, { ledger })).toEqual({ batchItemFailures: [{ itemIdentifier: 'message 1' }] });
    expect(retried).toEqual([['receipt 1', 2]]);
    expect(await sequenced()).toEqual(['visit/dhaka 1']);
  });

  it('all come again soon when the feed is out of reach or the time is over', async () => {
    const event = messages(JSON.stringify(await itemsOf('visit/dhaka')), JSON.stringify(await itemsOf('relation/BGD-PAK'))); // prettier-ignore
    const all = { batchItemFailures: [{ itemIdentifier: 'message 0' }, { itemIdentifier: 'message 1' }] };
    expect(await invoke(event, { feed: { ...stores.feed, put: async () => Promise.reject(outOfReach) } })).toEqual(all);
    expect(await invoke(event, {}, { remaining: 9_000 })).toEqual(all);
    expect(retried).toHaveLength(4);
    expect(await sequenced()).toEqual([]);
  });
});

describe('the schedule', () => {
  it('has the ledger swept for what no message told of', async () => {
    expect(await invoke({})).toEqual({ batchItemFailures: [] });
    expect(await sequenced()).toEqual(both);
  });
});
