import { describe, expect, it } from 'vitest';
import { leaseMs, patienceMs } from '#shared/subscriptions/sockets/push.ts';
import type { Sockets } from '#shared/subscriptions/sockets/sockets.ts';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { positionsIn, socketWorld, type SocketWorld } from '#tests/support/socket-world.ts';

/** Records so many meetings and gives them their positions. */
async function meetings({ stores }: SocketWorld, count: number): Promise<void> {
  const append = appending(stores.ledger);
  for (let done = 0; done < count; done += 50)
    await append({ events: Array.from({ length: Math.min(50, count - done) }, () => meeting()) });
  const { commits } = await stores.walk.page();
  await sequence(stores, commits);
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const full: Pick<Sockets, 'post'> = { post: async () => 'full' };
const minute = 60_000;

/** A connection with one subscription to everything, from the beginning. */
async function follower(events = 0) {
  const world = socketWorld();
  await meetings(world, events);
  const id = await world.open();
  await world.say(id, { action: 'subscribe', id: 'all', after: 'beginning' });
  return { world, id };
}

describe('a push', () => {
  it('sends `subscribed`, then the backlog, then new events', async () => {
    const { world, id } = await follower(3);
    await world.settle();
    expect(world.messages(id).map(({ type }) => type)).toEqual(['subscribed', 'event', 'event', 'event']);
    await meetings(world, 2);
    await world.match();
    expect(world.triggered).toEqual([id]);
    await world.settle();
    expect(positionsIn(world.messages(id))).toEqual(upTo(5));
  });

  it('gives each message the cursor to go on from', async () => {
    const { world, id } = await follower(2);
    await world.settle();
    const cursors = world.messages(id).map((message) => ('cursor' in message ? world.positionOf(message.cursor) : -1));
    expect(cursors).toEqual([0, 1, 2]);
  });

  it('ends after two hundred messages and triggers another push', async () => {
    const { world, id } = await follower(1000);
    world.triggered.length = 0;
    await world.push(id);
    expect(world.messages(id)).toHaveLength(200);
    expect(world.triggered).toEqual([id]);
    await world.settle();
    expect(positionsIn(world.messages(id))).toEqual(upTo(1000));
  });

  it('shares its time among the subscriptions of a connection', async () => {
    const { world, id } = await follower(1000);
    await world.say(id, { action: 'subscribe', id: 'as well', after: 'beginning' });
    await world.push(id);
    const counts = ['all', 'as well'].map((name) => positionsIn(world.messages(id), name).length);
    for (const count of counts) expect(count).toBeGreaterThan(50);
  });

  it('does nothing while another one sends', async () => {
    const { world, id } = await follower(3);
    await Promise.all([world.push(id), world.push(id), world.push(id)]);
    expect(positionsIn(world.messages(id))).toEqual(upTo(3));
  });

  it('ends a connection where it is unknown what was sent last', async () => {
    const { world, id } = await follower(3);
    await world.connections.lease(id, world.now().toISOString(), new Date(world.clock.ms + leaseMs).toISOString());
    await world.push(id);
    expect([world.isOpen(id), world.messages(id)]).toEqual([true, []]);
    world.clock.ms += leaseMs;
    await world.push(id);
    expect(world.messages(id)).toMatchObject([{ type: 'closing', reason: 'interrupted' }]);
    expect(world.isOpen(id)).toBe(false);
  });

  it('ends a connection when it is unknown whether a message arrived', async () => {
    const { world, id } = await follower(3);
    const lost: Sockets = {
      ...world.ports.sockets,
      post: async (to, message) => {
        await world.ports.sockets.post(to, message);
        if (message.type === 'event') throw new Error('no answer');
        return 'sent';
      },
    };
    await expect(world.push(id, { sockets: lost })).rejects.toThrow('no answer');
    expect(world.messages(id).map(({ type }) => type)).toEqual(['subscribed', 'event', 'closing']);
    expect(await world.connections.find(id)).toBeUndefined();
  });

  it('leaves a connection as it was when it fails before anything was sent', async () => {
    const { world, id } = await follower(3);
    const head = async () => Promise.reject(new Error('out of reach'));
    await expect(world.push(id, { feed: { ...world.stores.feed, head } })).rejects.toThrow('out of reach');
    await world.settle();
    expect(positionsIn(world.messages(id))).toEqual(upTo(3));
  });

  it('waits for a client that reads slowly', async () => {
    const { world, id } = await follower(20);
    let turn = 0;
    const slow: Sockets = {
      ...world.ports.sockets,
      post: async (...message) => ((turn += 1) % 3 === 0 ? world.ports.sockets.post(...message) : 'full'),
    };
    for (const next of world.triggered) await world.push(next, { sockets: slow });
    expect(positionsIn(world.messages(id))).toEqual(upTo(20));
  });

  it('gives a client up that takes nothing for minutes', async () => {
    const { world, id } = await follower(3);
    const sockets = { ...world.ports.sockets, ...full };
    world.triggered.length = 0;
    for (let passed = 0; passed < patienceMs - minute; passed += minute) {
      await world.push(id, { sockets });
      expect([world.isOpen(id), world.triggered]).toEqual([true, []]);
      world.clock.ms += minute;
    }
    world.clock.ms += minute;
    await world.push(id, { sockets });
    expect([world.isOpen(id), await world.connections.find(id)]).toEqual([false, undefined]);
  });

  it('forgives a client that takes something in time', async () => {
    const { world, id } = await follower(3);
    await world.push(id, { sockets: { ...world.ports.sockets, ...full } });
    world.clock.ms += 2 * patienceMs;
    await world.push(id);
    expect((await world.connections.find(id))?.connection).not.toHaveProperty('stalledSince');
    expect(positionsIn(world.messages(id))).toEqual(upTo(3));
  });

  it('ends a connection whose token has expired, and says so', async () => {
    const world = socketWorld();
    const id = await world.open(10);
    await world.say(id, { action: 'subscribe' });
    await world.settle();
    world.clock.ms += 10 * minute;
    expect([...(await world.due())]).toEqual([id]);
    await world.settle();
    expect(world.messages(id).at(-1)).toMatchObject({ type: 'closing', reason: 'token-expired' });
    expect([world.isOpen(id), await world.connections.find(id)]).toEqual([false, undefined]);
  });

  it('forgets a connection that is gone, with its subscriptions', async () => {
    const { world, id } = await follower();
    await world.settle();
    await world.vanish(id);
    await meetings(world, 1);
    await world.match();
    await world.settle();
    expect(await world.connections.find(id)).toBeUndefined();
    expect(await Array.fromAsync(world.connections.entries(['*']))).toEqual([]);
  });

  it('sends cursors to a client that wants little', async () => {
    const world = socketWorld();
    const id = await world.open();
    await world.say(id, { action: 'subscribe', id: 'rare', filter: { types: ['AidProvided'] } });
    await world.settle();
    await meetings(world, 30);
    await world.match();
    expect(world.triggered).toEqual([]);
    world.clock.ms += 6 * minute;
    expect([...(await world.due())]).toEqual([id]);
    await world.settle();
    const last = world.messages(id).at(-1);
    expect(last).toEqual({ type: 'cursor', subscription: 'rare', cursor: world.cursorAt(30) });
  });
});
