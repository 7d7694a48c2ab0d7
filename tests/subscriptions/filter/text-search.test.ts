import { describe, expect, it } from 'vitest';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import type { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';
import { positionsIn, socketWorld } from '#tests/support/socket-world.ts';
import { webhookWorld } from '#tests/support/webhook-world.ts';

/** Records meetings with these summaries, and gives them their positions. */
async function record(stores: ReturnType<typeof inMemoryStores>, ...summaries: readonly string[]): Promise<void> {
  await appending(stores.ledger)({ events: summaries.map((summary) => meeting({ summary })) });
  await sequence(stores, (await stores.walk.page()).commits);
}

const q = 'resil "joint statement"';
const summaries = [
  'Resilience',
  'A joint statement on résilience',
  'A joint, resilient statement',
  'Joint statement: resilience',
];

describe('a filter with a text', () => {
  it('selects what a webhook gets, without any other part to index it by', async () => {
    const world = webhookWorld();
    const subscription = sampleSubscription({ filter: { q } });
    await world.subscriptions.create(subscription);
    await world.reconcileUntilQuiet();
    await record(world.stores, ...summaries);
    await world.match();
    expect(world.triggered).toEqual([{ owner: subscription.owner, id: subscription.id }]);
    await world.deliver(subscription);
    expect(world.received(subscription.id)).toEqual([2, 4]);
  });

  it('selects what a socket gets, of the backlog and live', async () => {
    const world = socketWorld();
    await record(world.stores, ...summaries);
    const id = await world.open();
    await world.say(id, { action: 'subscribe', id: 'text', after: 'beginning', filter: { q } });
    await world.settle();
    await record(world.stores, ...summaries);
    await world.match();
    await world.settle();
    expect(positionsIn(world.messages(id))).toEqual([2, 4, 6, 8]);
  });
});
