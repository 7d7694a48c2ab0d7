import { expect, it } from 'vitest';
import { eventsAfter } from '#shared/feed/blocks/block.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { chainHash, type Commit, genesisHash } from '#shared/ledger/commit.ts';
import { eventAt } from '#shared/ledger/event-at.ts';
import { readCommitPage, readStreamPage } from '#shared/ledger/read-stream-page.ts';
import { storedRecord } from '#shared/verification/stored-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';
import { storedEvents } from '#tests/support/stored-events.ts';
import { appending } from '#tests/support/appending.ts';
import { contract } from '#tests/support/store-contract.ts';

const stream = 'mission/BGD-PAK';
const events = `[${storedEvents.AmbassadorRecalled?.[1]}]`;

/** A commit as it was written when the schema had its first version, and the decider another fold. */
const older: Commit = {
  stream,
  version: 1,
  count: 1,
  events,
  previousHash: genesisHash(stream),
  hash: chainHash(genesisHash(stream), events),
  commitId: '01946e2c-8f6a-7c3b-9a51-6d2f0b7e4c11',
  state: '2:[{"status":"unknown"}]',
  committedAt: '2025-01-16T09:30:00.000Z',
};

contract('a record of an older schema version', (fresh) => {
  const seen = { id: 'mission.BGD-PAK.1', type: 'AmbassadorRecalled', schemaVersion: 2, recall: 'unstated' };

  it('is read in the shape of today, by stream, by id and by feed', async () => {
    const stores = await fresh();
    await stores.ledger.put(older);
    await sweep(stores, 1);
    expect((await readStreamPage(stores.ledger, stream, { direction: 'forward', limit: 10 })).items).toMatchObject([
      seen,
    ]);
    expect(await eventAt(stores.ledger, seen.id)).toMatchObject(seen);
    const blocks = await stores.feed.read(0);
    expect(blocks.flatMap((block) => eventsAfter(0, block))).toMatchObject([{ ...seen, position: 1 }]);
  });

  it('keeps its bytes, so that its hash still verifies', async () => {
    const stores = await fresh();
    await stores.ledger.put(older);
    await sweep(stores, 1);
    const { items } = await readCommitPage(stores.ledger, stream, { direction: 'forward', limit: 10 });
    expect(items).toMatchObject([{ events, hash: older.hash }]);
    expect(await verify(storedRecord(stores))).toMatchObject({ commits: 1, events: 1, positions: 1, unsequenced: 0 });
  });

  it('counts for what is recorded next, in the version of today, and chained to it', async () => {
    const stores = await fresh();
    await stores.ledger.put(older);
    const append = appending(stores.ledger);
    const returned = sampleEvent('AmbassadorReturned', { occurred: '2025-02' });
    expect(await append({ stream, events: [returned] })).toMatchObject({ version: 2 });
    const again = sampleEvent('AmbassadorRecalled', { recall: 'unstated' });
    await expect(append({ stream, events: [sampleEvent('AmbassadorReturned', { occurred: '2025-03' })] })).rejects.toMatchObject({ rule: 'ambassador-already-returned' }); // prettier-ignore
    expect(await append({ stream, events: [again] })).toMatchObject({ version: 3 });
    await sweep(stores, 1);
    expect(await verify(storedRecord(stores))).toMatchObject({ commits: 3, events: 3 });
  });
});
