import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '#shared/subscriptions/webhooks/deliver.ts';
import { failureOf, messageOf, postWebhook } from '#shared/subscriptions/webhooks/post-webhook.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import type { Subscription } from '#shared/subscriptions/webhooks/subscription.ts';
import { type WebhookClient, webhookClient } from '#shared/subscriptions/webhooks/webhook-client.ts';
import { randomFrom } from '#tests/support/mortal.ts';
import { diplomaticDay } from '#tests/support/diplomatic-day.ts';
import { accept, type Behaviour, type Receiver, startReceiver } from '#tests/support/receiver.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';
import { type WebhookWorld, webhookWorld } from '#tests/support/webhook-world.ts';

let world: WebhookWorld;
let receiver: Receiver;
let client: WebhookClient | undefined;
let subscription: Subscription;
let post: Post;

/** A delivery of three events to a receiver on this machine; names lead there, or wherever a test says. */
let address: string;
beforeEach(async () => {
  world = webhookWorld();
  receiver = await startReceiver();
  address = '127.0.0.1';
  waitAtMost(20_000);
  await diplomaticDay(world.stores, randomFrom(3))(3);
  subscription = sampleSubscription({ url: `http://localhost:${receiver.port}/events` });
  await world.subscriptions.create(subscription);
});
/** Posts by a client that gives up on a receiver after so many milliseconds. */
function waitAtMost(timeoutMs: number): void {
  client?.close();
  const options = { loopback: 'allowed', keepAlive: true, timeoutMs, resolve: async () => [address] } as const;
  client = webhookClient(options);
  const send = postWebhook(
    client,
    sealingWith(() => ['key']),
    world.now,
  );
  post = async (to, notice) => failureOf(await send(to, await messageOf(world.stores.ledger, notice)));
}

afterEach(async () => {
  client?.close();
  await receiver.stop();
});

const stored = async () => world.subscriptions.get(subscription);
const received = () => receiver.received.map(({ body }) => (JSON.parse(body) as { position: number }).position);
/** A single attempt: nothing is left of the time for another one. */
const attempt = async () => {
  let left = 1;
  await world.deliver(subscription, { post: async (...given) => ((left = 0), post(...given)) }, () => left);
};

const tenMegabytes: Behaviour = (response) => {
  response.writeHead(200);
  const more = (sent: number): void => {
    if (sent >= 10 * 1024 * 1024 || response.destroyed) return void response.end();
    response.write(Buffer.alloc(64 * 1024, 'x'), () => more(sent + 64 * 1024));
  };
  more(0);
};

describe('a receiver', () => {
  it.each<[string, Behaviour, string]>([
    ['responds with 500', (response) => void response.writeHead(500).end('sorry'), 'The receiver answered 500: sorry'],
    [
      'closes in the middle of its answer',
      (response) => {
        response.writeHead(200, { 'content-length': '9' }).write('half');
        setImmediate(() => response.destroy());
      },
      'The receiver closed the connection before its answer was complete',
    ],
    [
      'redirects to this machine',
      (response) => void response.writeHead(307, { location: `http://127.0.0.1:${receiver.port}/inside` }).end(),
      'The receiver answered 307 (redirects are not followed)',
    ],
  ])('that %s keeps its place, and hears everything in order when it is well', async (_, behaviour, error) => {
    receiver.behave(behaviour);
    await attempt();
    expect(await stored()).toMatchObject({ state: 'active', cursor: 0, failures: 1, lastError: error });
    receiver.behave(accept);
    world.clock.ms += 10_000;
    await world.deliver(subscription, { post });
    expect(received()).toEqual([1, 1, 2, 3]);
    expect(await stored()).toMatchObject({ cursor: 3, failures: 0 });
  });

  it('that hangs is given up, and hears everything in order when it is well', async () => {
    receiver.behave(() => undefined);
    waitAtMost(300);
    await attempt();
    const lastError = 'No complete answer within 0.3 s';
    expect(await stored()).toMatchObject({ state: 'active', cursor: 0, failures: 1, lastError });
    receiver.behave(accept);
    waitAtMost(20_000);
    world.clock.ms += 10_000;
    await world.deliver(subscription, { post });
    expect(received()).toEqual([1, 1, 2, 3]);
    expect(await stored()).toMatchObject({ cursor: 3, failures: 0 });
  });

  it('that responds with ten megabytes has accepted the event; the rest is not read', async () => {
    receiver.behave(tenMegabytes);
    await world.deliver(subscription, { post });
    expect(received()).toEqual([1, 2, 3]);
    expect(await stored()).toMatchObject({ cursor: 3, failures: 0 });
  });

  it('whose name leads into a private network is not connected to', async () => {
    address = '10.11.12.13';
    await attempt();
    const { lastError } = (await stored()) ?? {};
    expect(lastError).toBe('localhost leads nowhere public: 10.11.12.13 is not a public address');
    expect(receiver.connections()).toBe(0);
  });

  it('that is unwell for some is well for the others', async () => {
    const hanging = Promise.withResolvers<ServerResponse>();
    receiver.behave(hanging.resolve);
    const well = await startReceiver();
    const other = sampleSubscription({ url: well.url });
    await world.subscriptions.create(other);
    const slow = attempt();
    await world.deliver(other, { post });
    expect(well.received).toHaveLength(3);
    expect(await stored()).toMatchObject({ failures: 0 });
    (await hanging.promise).destroy();
    await slow;
    expect(await stored()).toMatchObject({ failures: 1 });
    await well.stop();
  });
});
