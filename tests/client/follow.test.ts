import { describe, expect, it } from 'vitest';
import { chancery } from '#shared/client/chancery.ts';
import { mostWaiting } from '#shared/client/socket-messages.ts';
import { ScriptedSocket } from '#tests/support/scripted-socket.ts';
import { jsonReply, type ScriptedReply, scriptedFetch } from '#tests/support/scripted-fetch.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

const url = 'http://chancery.test';
const event = (position: number) => ({ id: `relation.BGD-PAK.${position}`, position, type: 'MeetingHeld' });
const sent = (position: number) => ({ type: 'event', cursor: `after-${position}`, event: { data: event(position) } });

/** Follows until so many events have come; the positions, and the cursors in their order. */
async function followed(client: ReturnType<typeof chancery>, count: number, after?: string) {
  const positions: unknown[] = [];
  const cursors: string[] = [];
  for await (const { position } of client.follow({ parties: ['BGD'] }, { after, onCursor: (at) => cursors.push(at) })) {
    if (positions.push(position) === count) break;
  }
  return { positions, cursors };
}

const clientOver = (
  connections: readonly (readonly object[] | 'refused')[],
  replies: readonly ScriptedReply[] = [new Error('no poll')],
) => {
  const { WebSocket, opened } = ScriptedSocket.make(connections);
  const polled = scriptedFetch(...replies);
  const options = { url, fetch: polled.fetch, timing: virtualTime(), token: 'a-token' };
  return { client: chancery({ ...options, socketUrl: 'ws://chancery.test/dev', WebSocket }), opened, polled };
};

describe('a follower', () => {
  it('subscribes with its filter, and offers its token as a subprotocol', async () => {
    const { client, opened } = clientOver([[{ type: 'subscribed', cursor: 'start' }, sent(1)]]);
    expect(await followed(client, 1)).toEqual({ positions: [1], cursors: ['start'] });
    expect(opened).toEqual([
      {
        protocols: ['chancery', 'bearer.a-token'],
        said: [{ action: 'subscribe', id: 'follow', filter: { parties: { any: ['BGD'] } } }],
      },
    ]);
  });

  it('goes on after the last cursor when a connection ends, without gap or double', async () => {
    const { client, opened } = clientOver([
      [{ type: 'subscribed', cursor: 'start' }, sent(1), sent(2)],
      [{ type: 'subscribed', cursor: 'after-2' }],
      [{ type: 'subscribed', cursor: 'after-2' }, sent(2), sent(3), sent(4)],
    ]);
    expect((await followed(client, 4)).positions).toEqual([1, 2, 3, 4]);
    const afters = opened.map(({ said }) => (said[0] as { after?: string }).after);
    expect(afters).toEqual([undefined, 'after-2', 'after-2']);
  });

  it('polls where no socket can be opened, from the end of the feed on', async () => {
    const { client, polled } = clientOver(
      ['refused', 'refused'],
      [
        jsonReply({ items: [event(1)], next: 'after-1' }),
        jsonReply({ items: [], next: 'after-1' }),
        jsonReply({ items: [event(2), event(3)], next: 'after-3' }),
      ],
    );
    expect((await followed(client, 2)).positions).toEqual([2, 3]);
    const asked = polled.sent.map(({ url: { searchParams } }) => Object.fromEntries(searchParams));
    expect(asked.at(-1)).toEqual({ parties: 'BGD', after: 'after-1', limit: '1000', wait: '20' });
  });

  it('ends a connection that brings more than the reader takes, and goes on from the cursor', async () => {
    const many = Array.from({ length: mostWaiting + 5 }, (_, index) => sent(index + 1));
    const rest = Array.from({ length: 5 }, (_, index) => sent(mostWaiting + index + 1));
    const { client, opened } = clientOver([many, rest]);
    const { positions } = await followed(client, mostWaiting + 5);
    expect(positions).toEqual(many.map((_, index) => index + 1));
    expect(opened).toHaveLength(2);
  });

  it('fetches an event that was too large for a message', async () => {
    const byReference = { type: 'event', cursor: 'c', event: { dataref: '/events/e', data: { omitted: true } } };
    const { client, polled } = clientOver([[byReference]], [jsonReply(event(7))]);
    expect((await followed(client, 1)).positions).toEqual([7]);
    expect(polled.sent.map((request) => request.url.pathname)).toEqual(['/events/e']);
  });

  it('throws the problem of a filter that the server refuses', async () => {
    const problem = { type: 'urn:chancery:problem:invalid-request', title: 'Not valid', status: 400 };
    const { client } = clientOver([[{ type: 'error', problem }]]);
    await expect(followed(client, 1)).rejects.toMatchObject({ problem: 'invalid-request' });
  });

  it('ends when its signal says so', async () => {
    const stop = new AbortController();
    const { client } = clientOver([[{ type: 'subscribed', cursor: 'start' }, sent(1)]]);
    const positions: unknown[] = [];
    for await (const { position } of client.follow({}, { signal: stop.signal })) {
      positions.push(position);
      stop.abort();
    }
    expect(positions).toEqual([1]);
  });

  it('ends when its signal says so, also within a long poll', async () => {
    const stop = new AbortController();
    const { WebSocket } = ScriptedSocket.make(['refused', 'refused']);
    const polled = scriptedFetch(
      jsonReply({ items: [], next: 'end' }),
      jsonReply({ items: [], next: 'end' }),
      jsonReply({ items: [event(1)], next: 'after-1' }),
    );
    const fetch: typeof globalThis.fetch = async (...request) => {
      if (polled.sent.length < 3) return polled.fetch(...request);
      stop.abort();
      throw stop.signal.reason; // as fetch does with a request whose signal says so
    };
    const client = chancery({ url, fetch, timing: virtualTime(), token: 'a-token', socketUrl: 'ws://x', WebSocket });
    const [positions, cursors]: [unknown[], string[]] = [[], []];
    const options = { signal: stop.signal, onCursor: (at: string) => cursors.push(at) };
    for await (const { position } of client.follow({}, options)) positions.push(position);
    expect([positions, cursors]).toEqual([[1], ['end', 'after-1']]);
  });
});
