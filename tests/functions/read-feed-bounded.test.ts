import { expect, it } from 'vitest';
import { invocation } from '#tests/support/as-deployed.ts'; // sets the environment of the functions
import { readFeed } from '#functions/read-feed/read-feed.ts';
import { signedCursors } from '#shared/cursor.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { request } from '#tests/support/requests.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

/** The gateway gives up after so long. */
const limitMs = 29_000;

/** Records events as blocks of their own, and reads the feed, where each block and each commit takes its time. */
async function recordOf(blocks: readonly (readonly NewEvent[])[], { blockMs = 0, commitMs = 0 }) {
  const stores = inMemoryStores();
  for (const events of blocks) {
    await appending(stores.ledger)({ stream: 'relation/BGD-PAK', events });
    await sweep(stores, 1);
  }
  const time = virtualTime();
  let commits = 0;
  const handler = readFeed({
    feed: {
      ...stores.feed,
      read: async (after, atMost = 1) => {
        await time.pause(blockMs * atMost);
        return (await stores.feed.read(after, atMost)).slice(0, atMost);
      },
    },
    ledger: {
      commits: async function* commitsInTime(stream, range) {
        commits += 1;
        await time.pause(commitMs);
        yield* stores.ledger.commits(stream, range);
      },
    },
    cursors: signedCursors(() => ['key']),
    timing: time,
  });
  return async (query: Record<string, string>) => {
    const [began, before] = [time.now(), commits];
    const context = { ...invocation(), getRemainingTimeInMillis: () => limitMs - (time.now() - began) };
    const { statusCode, body } = await handler(request({ path: '/events', query }), context);
    const { items, next } = JSON.parse(body) as { items: { position: number }[]; next: string };
    return { statusCode, positions: items.map(({ position }) => position), next, took: time.now() - began, commits: commits - before }; // prettier-ignore
  };
}

/** Follows a filtered feed from its beginning to its end. */
async function followed(read: Awaited<ReturnType<typeof recordOf>>, query: Record<string, string>) {
  const pages = [await read({ ...query })];
  for (let last = pages[0]; last !== undefined; last = pages.at(-1)) {
    const page = await read({ ...query, after: last.next });
    if (page.next === last.next) return pages;
    pages.push(page);
  }
  return pages;
}

const wanted = { topics: ['water'] };

it('answers in time with a cursor that goes on, however long the feed is that a filter does not want', async () => {
  const blocks = Array.from({ length: 63 }, () => [meeting()]);
  const read = await recordOf([...blocks, [meeting(wanted)]], { blockMs: 1000 });
  const pages = await followed(read, { topic: 'water', wait: '20' });
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.flatMap(({ positions }) => positions)).toEqual([64]);
  for (const { statusCode } of pages) expect(statusCode).toBe(200);
});

it('begins no read that the time does not allow, and examines one event at least', async () => {
  const read = await recordOf([[meeting()], [meeting()], [meeting(wanted)]], { blockMs: 24_000 });
  const first = await read({ topic: 'water', wait: '20' });
  expect(first).toMatchObject({ positions: [], took: 24_000 });
  const second = await read({ topic: 'water', after: first.next });
  expect(second).toMatchObject({ positions: [], took: 24_000 });
  expect(await read({ topic: 'water', after: second.next })).toMatchObject({ positions: [3], took: 24_000 });
});

it('looks up at most 200 corrected events for one page, within a block too', async () => {
  const ids = Array.from({ length: 201 }, (_, index) => `relation.BGD-PAK.${index + 1}`);
  const met = [0, 1, 2].map(() => Array.from({ length: 67 }, () => meeting()));
  const confirmed = [0, 1, 2].map((part) =>
    ids.slice(part * 67, part * 67 + 67).map((of) => NewEvent.parse({ type: 'EventConfirmed', of })),
  );
  const read = await recordOf([...met, ...confirmed], { commitMs: 10 });
  const pages = await followed(read, { topic: 'water' });
  expect(pages.map(({ commits }) => commits)).toEqual([200, 1]);
  expect(pages.map(({ took }) => took)).toEqual([2000, 10]);
});
