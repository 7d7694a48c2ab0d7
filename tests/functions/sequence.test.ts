import { beforeEach, describe, expect, it } from 'vitest';
import { invocation } from '#tests/support/as-deployed.ts';
import type { Notification } from '#functions/adapters/notification.ts';
import { sequenceCommits } from '#functions/sequence/sequence.ts';
import { entriesOf } from '#shared/feed/block.ts';
import { sequence, sweep } from '#shared/feed/sequence.ts';
import { itemOf } from '#shared/ledger/commit-item.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from '#tests/support/appending.ts';
import { visit } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

let stores: ReturnType<typeof inMemoryStores>;
let handler: ReturnType<typeof sequenceCommits>;

beforeEach(async () => {
  stores = inMemoryStores();
  handler = sequenceCommits({
    sequence: (woken, hasTime) => sequence(stores, woken, hasTime),
    sweep: () => sweep(stores, 1),
  });
  await appending(stores.ledger)();
  await appending(stores.ledger)({ stream: 'visit/dhaka', events: [visit()] });
});

const commitsOf = async (stream: string): Promise<Commit[]> =>
  Array.fromAsync(stores.ledger.commits(stream, { direction: 'forward' }));

/** Stream records that tell of commits. */
const wakeUp = (...commits: readonly Commit[]): Notification => ({
  Records: commits.map((commit) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: `record of ${commit.stream}`, NewImage: itemOf(commit) },
  })),
});

const sequenced = async () =>
  (await Array.fromAsync(allBlocks(stores.feed)))
    .flatMap(entriesOf)
    .map(({ stream, version }) => `${stream} ${version}`);

describe('the sequencing function', () => {
  it('gives the commits that woke it their positions', async () => {
    const woken = [...(await commitsOf('visit/dhaka')), ...(await commitsOf('relation/BGD-PAK'))];
    expect(await handler(wakeUp(...woken), invocation())).toEqual({ batchItemFailures: [] });
    expect((await sequenced()).toSorted()).toEqual(['relation/BGD-PAK 1', 'visit/dhaka 1']);
  });

  it('sweeps the ledger on the tick, for what no wake-up told of', async () => {
    expect(await handler({}, invocation())).toEqual({ batchItemFailures: [] });
    expect((await sequenced()).toSorted()).toEqual(['relation/BGD-PAK 1', 'visit/dhaka 1']);
  });

  it('does not sweep when it is woken by commits', async () => {
    await handler(wakeUp(...(await commitsOf('visit/dhaka'))), invocation());
    expect(await sequenced()).toEqual(['visit/dhaka 1']);
  });

  it('lets a stream that is broken hold up no other', async () => {
    const [first] = await commitsOf('relation/BGD-PAK');
    const ahead = first === undefined ? [] : [{ ...first, stream: 'relation/IND-PAK', version: 2 }];
    const woken = wakeUp(...ahead, ...(await commitsOf('visit/dhaka')));
    expect(await handler(woken, invocation())).toEqual({ batchItemFailures: [] });
    expect(await sequenced()).toEqual(['visit/dhaka 1']);
  });

  it('asks again for the records of a stream that was out of reach, and for all when its time is over', async () => {
    const [first] = await commitsOf('relation/BGD-PAK');
    const outOfReach = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    const throttled = sequenceCommits({
      sequence: async () => ({ commits: [], failed: new Map([['relation/BGD-PAK', outOfReach]]), unfinished: false }),
      sweep: async () => Promise.reject(new Error('not the tick')),
    });
    const woken = wakeUp(...(first ? [first] : []), ...(await commitsOf('visit/dhaka')));
    expect(await throttled(woken, invocation())).toEqual({
      batchItemFailures: [{ itemIdentifier: 'record of relation/BGD-PAK' }],
    });
    const { batchItemFailures } = await handler(woken, invocation(9_000));
    expect(batchItemFailures).toHaveLength(2);
    expect(await sequenced()).toEqual([]);
  });
});
