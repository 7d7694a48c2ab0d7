import { beforeEach, describe, expect, it } from 'vitest';
import { Filter } from '#shared/subscriptions/filter/filter.ts';
import { messageOf } from '#shared/subscriptions/webhooks/post-webhook.ts';
import { isAnnouncement, type Notice } from '#shared/subscriptions/phases/wanted-notices.ts';
import { phaseMatcherName } from '#shared/feed/consumers/consumer-names.ts';
import type { Subscription } from '#shared/subscriptions/webhooks/subscription.ts';
import type { ServerMessage } from '#shared/subscriptions/sockets/server-message.ts';
import { appending } from '#tests/support/appending.ts';
import { announce, announcement } from '#tests/support/announcing.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';
import { socketWorld } from '#tests/support/socket-world.ts';
import { webhookWorld } from '#tests/support/webhook-world.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';

const phasesOf = (...dyads: string[]): Filter => ({ kinds: ['phase'], ...(dyads.length > 0 && { dyads }) });
const idsAt = (dyad: string, channels: readonly string[]) => channels.map((channel) => `${dyad}/${channel}/2024-11`);

describe('a filter of changes of phase', () => {
  it.each([
    [{ kinds: ['phase'], topics: ['water'] }, 'topics'],
    [{ kinds: ['phase'], q: 'visit' }, 'q'],
    [{ kinds: ['phase', 'event'] }, 'kinds'],
    [{ kinds: [] }, 'kinds'],
    [{ kinds: ['rumour'] }, 'kinds'],
  ])('refuses %j, naming the field', (filter, field) => {
    const { error } = Filter.safeParse(filter);
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('takes parties and dyads', () => {
    const filter = { kinds: ['phase'], parties: { all: ['BGD'] }, dyads: ['BGD-PAK'] };
    expect(Filter.parse(filter)).toEqual(filter);
  });
});

describe('a webhook of changes of phase', () => {
  let world: ReturnType<typeof webhookWorld>;
  let got: Notice[];
  const post = async (_to: Subscription, notice: Notice) => void got.push(notice);
  const ids = () => got.map(({ id }) => id);
  /** One that has nothing to do yet, and wants what comes after the position. */
  const subscribed = async (filter: Filter, cursor = 0) => {
    const { dueAt: _due, ...one } = sampleSubscription({ filter, cursor, catchingUp: false });
    await world.subscriptions.create(one);
    return one;
  };
  beforeEach(() => {
    world = webhookWorld();
    got = [];
  });

  it('is matched by its dyad, by a party, and where it wants all; one of events is not', async () => {
    const wanting = [phasesOf('BGD-PAK'), phasesOf(), { kinds: ['phase'], parties: { any: ['PAK'] } }] as Filter[];
    const others = [phasesOf('IND-PAK'), {}, { dyads: ['BGD-PAK'] }, { kinds: ['event'] }] as Filter[];
    const wanted = await Promise.all(wanting.map(async (filter) => subscribed(filter)));
    for (const filter of others) await subscribed(filter);
    await announce(world.stores, [announcement('BGD-PAK', 4)]);
    await world.matchPhases();
    expect(new Set(world.triggered.map(({ id }) => id))).toEqual(new Set(wanted.map(({ id }) => id)));
  });

  it('gets each announcement once, in order, as a message that is always the same', async () => {
    const one = await subscribed(phasesOf());
    const phases = [announcement('BGD-PAK', 4), announcement('IND-PAK', 4), announcement('BGD-IND', 9)];
    await announce(world.stores, phases);
    await world.matchPhases();
    await world.deliver(one, { post });
    expect(ids()).toEqual(['BGD-PAK/tone/2024-11', 'IND-PAK/tone/2024-11', 'BGD-IND/tone/2024-11']);
    await world.matchPhases();
    await world.deliver(one, { post });
    expect(ids()).toHaveLength(3);
    expect(await world.subscriptions.get(one)).toMatchObject({ cursor: 9, state: 'active' });
    const { id, body } = await messageOf(world.stores.ledger, announcement('BGD-PAK', 4));
    expect(id).toBe('BGD-PAK/tone/2024-11');
    expect(JSON.parse(body)).toMatchObject({ specversion: '1.0', type: 'PhaseChanged', position: 4, subject: 'relation/BGD-PAK' }); // prettier-ignore
  });

  it('waits for the announcer, whatever is in the log beyond', async () => {
    const one = await subscribed(phasesOf());
    await announce(world.stores, [announcement('BGD-PAK', 4), announcement('IND-PAK', 6)], 5);
    await world.matchPhases();
    await world.deliver(one, { post });
    expect(ids()).toEqual(['BGD-PAK/tone/2024-11']);
    await announce(world.stores, [], 6);
    await world.matchPhases();
    await world.deliver(one, { post });
    expect(ids()).toEqual(['BGD-PAK/tone/2024-11', 'IND-PAK/tone/2024-11']);
  });

  it('catches up from its start to the announcer, and not with the events of the feed', async () => {
    await appending(world.stores.ledger)();
    await sweep(world.stores, 1);
    await announce(world.stores, [announcement('BGD-PAK', 4), announcement('IND-PAK', 6)]);
    const one = sampleSubscription({ filter: phasesOf(), cursor: 4 });
    await world.subscriptions.create(one);
    await world.deliver(one, { post });
    expect(ids()).toEqual(['IND-PAK/tone/2024-11']);
    expect(got.every(isAnnouncement)).toBe(true);
  });

  it('goes on within a position where a delivery failed or ended there', async () => {
    const channels = ['tempo-conflictual', 'tempo-cooperative', 'tone'] as const;
    const one = await subscribed(phasesOf());
    await announce(
      world.stores,
      channels.map((channel) => announcement('BGD-PAK', 4, channel)),
    );
    await world.matchPhases();
    const failing = async (to: Subscription, notice: Notice) =>
      got.length === 1 ? { error: 'The receiver answered 503', gone: false } : post(to, notice);
    await world.deliver(one, { post: failing });
    expect(await world.subscriptions.get(one)).toMatchObject({ cursor: 3, sent: ids()[0] });
    await world.reconcileUntilQuiet({ post });
    expect(ids()).toEqual(idsAt('BGD-PAK', channels));
    expect((await world.subscriptions.get(one))?.sent).toBeUndefined();
  });

  it('is matched page by page: 101 announcements and more, none twice', async () => {
    const one = await subscribed(phasesOf());
    const phases = Array.from({ length: 250 }, (_, index) => announcement('BGD-PAK', index + 1));
    await announce(
      world.stores,
      phases.map((phase) => ({ ...phase, id: `${phase.id}-${phase.position}` })),
    );
    await world.matchPhases();
    expect(await world.stores.checkpoints.position(phaseMatcherName)).toBe(250);
    await world.deliver(one, { post });
    expect(got.map(({ position }) => position)).toEqual(phases.map(({ position }) => position));
  });
});

describe('a socket that follows changes of phase', () => {
  const announced = (messages: readonly ServerMessage[]) =>
    messages.flatMap((message) => (message.type === 'event' ? [message.event.id] : []));

  it('gets them as they are announced, and goes on after a cursor on another connection', async () => {
    const world = socketWorld();
    await announce(world.stores, [announcement('BGD-PAK', 2)]);
    const id = await world.open();
    await world.say(id, { action: 'subscribe', filter: phasesOf(), after: 'beginning' });
    await world.settle();
    expect(announced(world.messages(id))).toEqual(['BGD-PAK/tone/2024-11']);
    await announce(world.stores, [announcement('IND-PAK', 3)]);
    await world.matchPhases();
    await world.settle();
    expect(announced(world.messages(id))).toEqual(['BGD-PAK/tone/2024-11', 'IND-PAK/tone/2024-11']);
    const [first] = world.messages(id).flatMap((message) => (message.type === 'event' ? [message] : []));
    await world.vanish(id);
    const again = await world.open();
    await world.say(again, { action: 'subscribe', filter: phasesOf(), after: first?.cursor });
    await world.settle();
    expect(announced(world.messages(again))).toEqual(['IND-PAK/tone/2024-11']);
  });

  it('gets none twice on a connection whose push ends within a position', async () => {
    const world = socketWorld();
    const phases = Array.from({ length: 84 }, (_, index) => announcement(`x-${String(index).padStart(2, '0')}-PAK`, 3));
    await announce(world.stores, phases);
    const id = await world.open();
    // Nineteen others share the push: each has but a few messages in a turn.
    for (let one = 0; one < 20; one += 1) await world.say(id, { action: 'subscribe', id: `s${one}`, filter: phasesOf(), after: 'beginning' }); // prettier-ignore
    await world.settle();
    const bySubscription = Object.groupBy(
      world.messages(id).flatMap((message) => (message.type === 'event' ? [message] : [])),
      ({ subscription }) => subscription,
    );
    expect(Object.keys(bySubscription)).toHaveLength(20);
    for (const messages of Object.values(bySubscription)) {
      expect(messages?.map(({ event }) => event.id)).toEqual(phases.map((phase) => phase.id));
      expect(new Set(messages?.map(({ cursor }) => world.positionOf(cursor)))).toEqual(new Set([2, 3]));
    }
  });
});
