import { describe, expect, it } from 'vitest';
import { chancery } from '#shared/client/chancery.ts';
import { jsonReply, type ScriptedReply, scriptedFetch } from '#tests/support/scripted-fetch.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

const change = (id: string) => ({ id, dyad: 'BGD-PAK', kind: 'rise' });
const page = (next: string, ...ids: string[]) => jsonReply({ items: ids.map(change), next });

function clientOver(...replies: readonly ScriptedReply[]) {
  const { fetch, sent } = scriptedFetch(...replies);
  const timing = virtualTime();
  const asked = () =>
    sent.map(({ url }) => `${url.pathname}?${[...url.searchParams].map((pair) => pair.join('=')).join('&')}`);
  return { client: chancery({ url: 'http://chancery.test', fetch, timing, token: 'a-token' }), timing, asked };
}

describe('a follower of changes of phase', () => {
  it('shows what is announced from now on, of a dyad, and asks again after ten seconds', async () => {
    const { client, timing, asked } = clientOver(page('one'), page('two'), page('three', 'new'));
    const [ids, cursors]: [string[], string[]] = [[], []];
    await timing.run(async () => {
      for await (const { id } of client.followPhases({ dyad: 'BGD-PAK' }, { onCursor: (at) => cursors.push(at) })) {
        ids.push(id);
        break;
      }
    });
    expect(ids).toEqual(['new']);
    expect(cursors).toEqual(['one', 'two']);
    expect(timing.now()).toBe(20_000);
    const path = '/changes?kinds=phase&dyad=BGD-PAK';
    expect(asked()).toEqual([
      `${path}&after=now&limit=1000`,
      `${path}&after=one&limit=1000`,
      `${path}&after=two&limit=1000`,
    ]);
  });

  it.each([
    ['beginning', undefined],
    ['a-cursor', 'a-cursor'],
  ])('shows what was announced after %s, and ends within a second of its signal', async (after, asks) => {
    const { client, timing, asked } = clientOver(page('one', 'a', 'b'), page('two'));
    const stop = new AbortController();
    const ids: string[] = [];
    const onCursor = (at: string): void => void (at === 'two' && stop.abort());
    await timing.run(async () => {
      for await (const { id } of client.followPhases({}, { after, signal: stop.signal, onCursor })) ids.push(id);
    });
    expect(ids).toEqual(['a', 'b']);
    expect(timing.now()).toBeLessThanOrEqual(1000);
    expect(asked()[0]).toBe(`/changes?kinds=phase${asks === undefined ? '' : `&after=${asks}`}&limit=1000`);
  });

  it('throws the problem of a filter that the server refuses', async () => {
    const problem = { type: 'urn:chancery:problem:invalid-request', title: 'Not valid', status: 400 };
    const { client } = clientOver(jsonReply(problem, 400, { 'content-type': 'application/problem+json' }));
    await expect(client.followPhases({ party: 'nobody' }).next()).rejects.toMatchObject({ problem: 'invalid-request' });
  });
});
