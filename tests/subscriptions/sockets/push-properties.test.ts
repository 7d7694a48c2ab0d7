import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PushPorts } from '#shared/subscriptions/sockets/push.ts';
import type { Sockets } from '#shared/subscriptions/sockets/sockets.ts';
import { Killed, mortal, randomFrom } from '#tests/support/mortal.ts';
import { anyFilter, choosing, diplomaticDay } from '#tests/support/diplomatic-day.ts';
import { Failed, failingProcess } from '#tests/support/failing-process.ts';
import { reconnectingClient } from '#tests/support/reconnecting-client.ts';
import { type SocketWorld, socketWorld } from '#tests/support/socket-world.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

type Client = Awaited<ReturnType<typeof reconnectingClient>>;

const mayFail = async (run: () => Promise<unknown>): Promise<void> => {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Killed || error instanceof Failed)) throw error;
  }
};

/**
 * Matchers and pushes at the same time, failing and killed at any await, triggered twice, too late or never, while
 * events come and clients vanish.
 */
async function storm(world: SocketWorld, clients: readonly Client[], random: () => number): Promise<void> {
  const { one, maybe } = choosing(random);
  const day = diplomaticDay(world.stores, random);
  /** Lost, doubled, shuffled. */
  const trigger = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      if (maybe(0.3)) continue;
      world.triggered.splice(Math.floor(random() * world.triggered.length), 0, id);
      if (maybe(0.3)) world.triggered.push(id);
    }
  };
  /** Clients that read slowly. */
  const sockets: Sockets = {
    ...world.ports.sockets,
    post: async (...message) => (maybe(0.1) ? 'full' : world.ports.sockets.post(...message)),
  };
  const ports: PushPorts = { ...world.ports, sockets, trigger };
  const matchOnce = async () => {
    const process = { dead: false };
    const index = mortal(world.connections, random, 0.03, process);
    const checkpoints = mortal(world.stores.checkpoints, random, 0.05, process);
    const triggerOwners = async (keys: readonly { readonly owner: string }[]) =>
      trigger(keys.map(({ owner }) => owner));
    await mayFail(async () => world.match({ index, trigger: triggerOwners }, { checkpoints }));
  };
  const pushOnce = async () => {
    const id = world.triggered.shift() ?? one(clients).id();
    await mayFail(async () => world.push(id, failingProcess(ports, random, 0.01)));
  };
  for (let round = 0; round < 12; round += 1) {
    await day(1 + Math.floor(random() * 20));
    await Promise.all([matchOnce(), pushOnce(), matchOnce(), pushOnce(), pushOnce(), pushOnce()]);
    if (maybe(0.1)) await world.vanish(one(clients).id());
    for (const client of clients) if (maybe(0.7)) await client.read();
    world.clock.ms += 1000 * Math.floor(random() * 240);
  }
}

/** Until nobody has anything to do, and no client has to connect again. */
async function calm(world: SocketWorld, clients: readonly Client[]): Promise<void> {
  for (let again = true; again;) {
    await world.match();
    await world.settle();
    again = false;
    for (const client of clients) again = (await client.read()) || again;
  }
}

describe('clients that connect again whenever their connection ends', () => {
  it(
    'are sent exactly what their filters want of the feed, in order, nothing twice and nothing left out, whatever fails when',
    { timeout: 480_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(seeds, async (seed) => {
          const random = randomFrom(seed);
          const world = socketWorld();
          const clients: Client[] = [];
          for (let count = 0; count < 3; count += 1)
            clients.push(await reconnectingClient(world, [anyFilter(random), anyFilter(random)]));
          await storm(world, clients, random);
          await calm(world, clients);
          for (const { followed } of clients)
            for (const { filter, received } of followed) expect(received).toEqual(await world.wantedBy(filter));
        }),
        { numRuns: 60 },
      );
    },
  );

  it(
    'are served with fifty filters over five thousand events, each exactly and in order',
    { timeout: 480_000 },
    async () => {
      const random = randomFrom(4);
      const world = socketWorld();
      const clients: Client[] = [];
      for (let count = 0; count < 25; count += 1)
        clients.push(await reconnectingClient(world, [anyFilter(random), anyFilter(random)]));
      const day = diplomaticDay(world.stores, random);
      for (let hour = 0; hour < 10; hour += 1) {
        await day(500);
        await world.match();
        await Promise.all(world.triggered.splice(0).map(async (id) => world.push(id)));
      }
      await calm(world, clients);
      const counts = new Set<number>();
      for (const { filter, received } of clients.flatMap(({ followed }) => followed)) {
        expect(received).toEqual(await world.wantedBy(filter));
        counts.add(received.length);
      }
      expect(counts.size).toBeGreaterThan(20);
    },
  );
});
