import { describe, expect, it } from 'vitest';
import { signedCursors } from '#shared/cursor.ts';
import { feedCursor } from '#shared/feed/feed-cursor.ts';
import { respondOrError } from '#shared/subscriptions/sockets/respond-or-error.ts';
import type { RespondPorts } from '#shared/subscriptions/sockets/respond.ts';
import { maxSubscriptions } from '#shared/subscriptions/sockets/connection.ts';
import { announcerName } from '#shared/read-models/changes/announced-phases.ts';
import { inMemoryConnections } from '#tests/support/in-memory-connections.ts';

const cursors = signedCursors(() => ['key']);
const urn = (name: string) => `urn:chancery:problem:${name}`;

/** A connection to a feed that ends at position 7, of which the changes of phase are announced up to 5. */
async function given() {
  const connections = inMemoryConnections();
  const triggered: string[] = [];
  let ids = 0;
  const ports: RespondPorts = {
    connections,
    cursors,
    feed: { head: async () => ({ position: 7, hash: '' }) },
    checkpoints: { positions: async (names) => new Map(names.map((name) => [name, name === announcerName ? 5 : 6])) },
    trigger: async (connection) => void triggered.push(...connection),
    now: () => new Date('2025-01-20T09:00:00.000Z'),
    newId: () => `id-${(ids += 1)}`,
  };
  await connections.open({ id: 'c', subject: 'analyst', expiresAt: '2025-01-20T10:00:00.000Z', dueAt: '2025-01-20T09:05:00.000Z' }); // prettier-ignore
  return {
    triggered,
    when: async (message: unknown) =>
      respondOrError(ports, 'c', typeof message === 'string' ? message : JSON.stringify(message)),
    subscriptions: async () => (await connections.find('c'))?.subscriptions,
    forget: async () => connections.forget('c'),
  };
}

describe('subscribe', () => {
  it.for([
    ['from now on', undefined, 7],
    ['from the beginning', 'beginning', 0],
    ['after a cursor', feedCursor(cursors, 3), 3],
  ] as const)('begins %s, and leaves it to the push to say so', async ([, after, cursor]) => {
    const { when, triggered, subscriptions } = await given();
    const filter = { dyads: ['BGD-PAK'] };
    expect(await when({ action: 'subscribe', id: 'press', filter, after })).toBeUndefined();
    expect(await subscriptions()).toEqual([
      { owner: 'c', id: 'id-1', name: 'press', filter, cursor, announced: false, catchingUp: true },
    ]);
    expect(triggered).toEqual(['c']);
  });

  it('begins, of changes of phase, where the announcer is', async () => {
    const { when, subscriptions } = await given();
    await when({ action: 'subscribe', filter: { kinds: ['phase'] } });
    expect(await subscriptions()).toMatchObject([{ cursor: 5 }]);
  });

  it('makes up a name where none is given, and wants everything where no filter is', async () => {
    const { when, subscriptions } = await given();
    await when({ action: 'subscribe' });
    expect(await subscriptions()).toMatchObject([{ name: 'id-1', filter: {} }]);
  });

  it('refuses a name that is taken on this connection', async () => {
    const { when } = await given();
    await when({ action: 'subscribe', id: 'press' });
    expect(await when({ action: 'subscribe', id: 'press' })).toMatchObject({
      type: 'error',
      id: 'press',
      problem: { type: urn('invalid-request'), errors: [{ pointer: '/id' }] },
    });
  });

  it('refuses more subscriptions than a connection may have', async () => {
    const { when } = await given();
    for (let count = 0; count < maxSubscriptions; count += 1) await when({ action: 'subscribe' });
    expect(await when({ action: 'subscribe' })).toMatchObject({ problem: { type: urn('too-many-subscriptions') } });
  });

  it('says that the connection ends when it is forgotten already', async () => {
    const { when, forget } = await given();
    await forget();
    expect(await when({ action: 'subscribe' })).toMatchObject({ problem: { type: urn('not-found') } });
  });
});

describe('unsubscribe', () => {
  it('ends the subscription of that name, which is free then', async () => {
    const { when, subscriptions } = await given();
    await when({ action: 'subscribe', id: 'press' });
    expect(await when({ action: 'unsubscribe', id: 'press' })).toEqual({ type: 'unsubscribed', subscription: 'press' });
    expect(await subscriptions()).toEqual([]);
    expect(await when({ action: 'subscribe', id: 'press' })).toBeUndefined();
  });

  it('says when there is none', async () => {
    const { when } = await given();
    expect(await when({ action: 'unsubscribe', id: 'press' })).toMatchObject({
      id: 'press',
      problem: { type: urn('not-found'), errors: [{ pointer: '/id' }] },
    });
  });
});

describe('ping', () => {
  it('comes back with its id', async () => {
    const { when } = await given();
    expect(await when({ action: 'ping', id: '1' })).toEqual({ type: 'pong', id: '1' });
    expect(await when({ action: 'ping' })).toEqual({ type: 'pong' });
  });
});

describe('a message that cannot be understood', () => {
  it.for([
    ['no JSON', '{"action"', 'malformed-json', undefined],
    ['a key twice', '{"action":"ping","action":"ping"}', 'malformed-json', undefined],
    ['no object', '[]', 'invalid-request', ''],
    ['no action', {}, 'invalid-request', '/action'],
    ['an action that there is not', { action: 'shout' }, 'invalid-request', '/action'],
    ['an unknown field', { action: 'ping', colour: 'red' }, 'invalid-request', '/colour'],
    ['a filter with an unknown part', { action: 'subscribe', filter: { party: 'BGD' } }, 'invalid-request', '/filter/party'], // prettier-ignore
    ['a dyad that is none', { action: 'subscribe', filter: { dyads: ['PAK'] } }, 'invalid-request', '/filter/dyads/0'],
    ['a cursor that is none', { action: 'subscribe', after: 'yesterday' }, 'invalid-cursor', '/after'],
    ['nothing to unsubscribe', { action: 'unsubscribe' }, 'invalid-request', '/id'],
  ] as const)('is answered with the problem and its place: %s', async ([, message, name, pointer]) => {
    const { when, triggered } = await given();
    const problem = { type: urn(name), ...(pointer !== undefined && { errors: [{ pointer }] }) };
    expect(await when(message)).toMatchObject({ type: 'error', problem });
    expect(triggered).toEqual([]);
  });
});
