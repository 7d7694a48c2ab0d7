import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ApiProblem, chancery, type Chancery, type PostedEvent } from '#shared/client/chancery.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { cloud } = useCloud();

const credentials = { clientId: 'local', clientSecret: 'local' };
const client = (more: { readonly socketUrl?: string | undefined } = {}) =>
  chancery({ url: cloud().url, credentials, ...more });

/** The first events of a follower whose turn comes; throws when they do not come. */
async function first(count: number, events: ReturnType<Chancery['follow']>, seconds = 30): Promise<string[]> {
  const ids: string[] = [];
  const read = async () => {
    for await (const { id } of events) if (ids.push(id) === count) break;
    return ids;
  };
  const late = pause(seconds * 1000, undefined, { ref: false }).then(() => {
    throw new Error(`${ids.length} of ${count} events came`);
  });
  return Promise.race([read(), late]);
}

describe('the client of the running API', () => {
  it('appends, reads with types, and iterates over pages', async () => {
    const { stream, dyad, meeting } = freshRelation();
    const events = Array.from({ length: 5 }, (_, day) => meeting({ occurred: `2025-01-0${day + 1}` }) as PostedEvent);
    const appended = await client().append(stream, events, { expectedVersion: 0, wait: 15 });
    expect(appended).toMatchObject({ stream, version: 5 });
    const relation = await client().get('/relations/{dyad}', { path: { dyad } });
    expect(relation.dyad).toBe(dyad);
    const days: string[] = [];
    const list = client().list('/relations/{dyad}/timeline', { path: { dyad }, query: { limit: 2, order: 'oldest' } });
    for await (const { occurred } of list) days.push(occurred);
    expect(days).toEqual(['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04', '2025-01-05']);
  });

  it('throws the problem of a refused append, by its name', async () => {
    const { stream, meeting } = freshRelation();
    await client().append(stream, meeting() as PostedEvent);
    const again = client().append(stream, meeting() as PostedEvent, { expectedVersion: 0 });
    await expect(again).rejects.toThrow(ApiProblem);
    await expect(again).rejects.toMatchObject({ problem: 'version-conflict', details: { currentVersion: 1 } });
  });

  it('records nothing twice when commits are posted again with their keys', async () => {
    const { stream, meeting } = freshRelation();
    const commits = [1, 2].map((day) => ({
      stream,
      idempotencyKey: `${stream}-${day}`,
      events: [meeting({ occurred: `2025-02-0${day}` }) as PostedEvent],
    }));
    const once = await client().appendCommits(commits);
    expect(await client().appendCommits(commits)).toMatchObject(once.map(({ stream: to }) => ({ stream: to })));
    expect(once).toMatchObject([{ version: 1 }, { version: 2 }]);
    const { items } = await client().get('/streams/{category}/{id}/events', {
      path: { category: 'relation', id: stream.slice('relation/'.length) },
    });
    expect(items).toHaveLength(2);
  });

  it.for([
    ['on a live socket', true],
    ['by long poll', false],
  ] as const)('follows a party %s, and goes on after a cursor', async ([, live]) => {
    const { stream, dyad, meeting } = freshRelation();
    const socketUrl = live ? cloud().socketUrl : undefined;
    const append = async (day: number) =>
      (await client().append(stream, meeting({ occurred: `2025-03-0${day}` }) as PostedEvent)).events[0]?.id ?? '';
    const posted = [await append(1), await append(2)];
    let cursor: string | undefined;
    const onCursor = (at: string): void => void (cursor = at);
    const filter = { dyads: [dyad] };
    const seen = await first(2, client({ socketUrl }).follow(filter, { after: 'beginning', onCursor }));
    expect(seen).toEqual(posted);
    expect(cursor).toBeDefined();
    posted.push(await append(3));
    // The cursor is that before the event that ended the loop: none is lost, the last ones may come again.
    const rest: string[] = [];
    for await (const { id } of client({ socketUrl }).follow(filter, { after: cursor })) {
      rest.push(id);
      if (id === posted[2]) break;
    }
    expect([...new Set([...seen, ...rest])]).toEqual(posted);
  });

  it('follows on when its connection is cut, without gap or double', async () => {
    const { stream, dyad, meeting } = freshRelation();
    const sockets: WebSocket[] = [];
    class Cut extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        sockets.push(this);
      }
    }
    const following = chancery({ url: cloud().url, credentials, socketUrl: cloud().socketUrl, WebSocket: Cut });
    const ids: string[] = [];
    await client().append(stream, meeting({ occurred: '2025-04-01' }) as PostedEvent);
    for await (const { id } of following.follow({ dyads: [dyad] }, { after: 'beginning' })) {
      ids.push(id);
      if (ids.length === 4) break;
      sockets.at(-1)?.close();
      await client().append(stream, meeting({ occurred: `2025-04-0${ids.length + 1}` }) as PostedEvent);
    }
    expect(ids).toEqual([1, 2, 3, 4].map((version) => `${stream.replace('/', '.')}.${version}`));
    expect(sockets.length).toBeGreaterThan(3);
  });
});
