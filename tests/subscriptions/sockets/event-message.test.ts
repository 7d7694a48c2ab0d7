import { describe, expect, it } from 'vitest';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { eventMessage } from '#shared/subscriptions/sockets/event-message.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { everything } from '#tests/support/diplomatic-day.ts';

const stores = inMemoryStores();
await appending(stores.ledger)({ events: [meeting({ summary: 'They met over tea.' })] });
await sequence(stores, (await stores.walk.page()).commits);
const [event] = await everything(stores);
if (event === undefined) throw new Error('There is one');

describe('the message of an event', () => {
  it('is a CloudEvent with its subscription and its cursor', async () => {
    const message = await eventMessage(stores.ledger, 'all', 'c-1', event);
    expect(message).toMatchObject({
      type: 'event',
      subscription: 'all',
      cursor: 'c-1',
      event: { specversion: '1.0', id: event.id, position: 1, data: { summary: 'They met over tea.' } },
    });
  });

  it('leads to the event instead where that is too large', async () => {
    const message = await eventMessage(stores.ledger, 'all', 'c-1', event, 500);
    expect(message).toMatchObject({ event: { dataref: `/events/${event.id}`, data: { omitted: true } } });
  });
});
