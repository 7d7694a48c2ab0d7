import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedCursors } from '#shared/cursor.ts';
import { respondOrError } from '#shared/subscriptions/sockets/respond-or-error.ts';
import { hostileText, hostileValue } from '#tests/support/hostile-input.ts';
import { inMemoryConnections } from '#tests/support/in-memory-connections.ts';

const actions = fc.constantFrom('subscribe', 'unsubscribe', 'ping', 'SUBSCRIBE', '__proto__', '');
const message = fc.record({ action: actions, id: hostileValue, filter: hostileValue, after: hostileValue });
const junk = fc.oneof(
  hostileText,
  fc.oneof(hostileValue, message).map((value) => JSON.stringify(value) ?? ''),
);

describe('junk on a socket', () => {
  it('is answered with an error for each message, and leaves nothing behind', async () => {
    const connections = inMemoryConnections();
    const triggered: string[] = [];
    const ports = {
      connections,
      cursors: signedCursors(() => ['key']),
      feed: { head: async () => ({ position: 7, hash: '' }) },
      checkpoints: { positions: async () => new Map<string, number>() },
      trigger: async (ids: readonly string[]) => void triggered.push(...ids),
      now: () => new Date('2025-01-20T09:00:00.000Z'),
      newId: () => 'id',
    };
    const expiresAt = '2025-01-20T10:00:00.000Z';
    await connections.open({ id: 'c', subject: 'analyst', expiresAt, dueAt: expiresAt });
    const replies: (string | undefined)[] = [];
    for (const body of fc.sample(junk, 1000)) replies.push((await respondOrError(ports, 'c', body))?.type);
    expect(new Set(replies)).toEqual(new Set(['error']));
    expect((await connections.find('c'))?.subscriptions).toEqual([]);
    expect(triggered).toEqual([]);
  });
});
