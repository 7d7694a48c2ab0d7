import { describe, expect, it } from 'vitest';
import { allowedHostsFrom, refusalOf, violationOfHost } from '#shared/subscriptions/webhooks/supervision.ts';
import { meeting } from '#tests/support/events.ts';
import { appending } from '#tests/support/appending.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';
import { webhookWorld } from '#tests/support/webhook-world.ts';

describe('the hosts that a deployment allows', () => {
  const hosts = allowedHostsFrom('hooks.example.org,*.example.net');

  it.each([
    'https://hooks.example.org/in',
    'https://HOOKS.example.org',
    'https://a.example.net',
    'https://a.b.example.net/x',
  ])('include %s', (url) => expect(violationOfHost(url, hosts)).toBeUndefined());

  it.each([
    'https://example.org',
    'https://other.example.org',
    'https://example.net',
    'https://evilexample.net',
    'https://hooks.example.org.evil.org',
    'https://hooks.example.org@evil.org/',
  ])('do not include %s', (url) => {
    expect(violationOfHost(url, hosts)).toMatch(/^expected a host of hooks\.example\.org, \*\.example\.net, got /);
  });

  it('may be all or none', () => {
    expect(violationOfHost('https://example.org', allowedHostsFrom('any'))).toBeUndefined();
    expect(violationOfHost('https://example.org', allowedHostsFrom('-'))).toMatch(/this deployment allows none/);
  });
});

describe('a subscription that may not be delivered any more', () => {
  const clients = new Map([
    ['press', { name: 'press', scopes: ['chancery/subscribe'] }],
    ['reader', { name: 'reader', scopes: ['chancery/read'] }],
  ]);
  const refused = (client: string | undefined, hosts: 'any' | string[] = 'any') =>
    refusalOf(sampleSubscription(client === undefined ? {} : { client }), { clients, hosts });

  it.each([
    ['press', undefined],
    [undefined, undefined],
    ['removed', 'Its client was removed'],
    ['reader', 'Its client reader lost chancery/subscribe'],
  ])('is one whose client is %s: %s', (client, reason) => {
    expect(refused(client)).toBe(reason);
  });

  it('is one whose host is not allowed any more', () => {
    expect(refused('press', ['hooks.example.org'])).toMatch(
      /^Its URL is not allowed any more: expected a host of hooks/,
    );
  });

  it('is suspended instead of delivered, with the reason, by one write', async () => {
    const world = webhookWorld();
    await appending(world.stores.ledger)({ events: [meeting()] });
    const subscription = sampleSubscription({ client: 'removed' });
    await world.subscriptions.create(subscription);
    let writes = 0;
    const subscriptions = {
      ...world.subscriptions,
      save: async (...saved: Parameters<typeof world.subscriptions.save>) => ((writes += 1), world.subscriptions.save(...saved)), // prettier-ignore
    };
    const refusal = (one: typeof subscription) => refusalOf(one, { clients, hosts: 'any' });
    await world.deliver(subscription, { refusal, subscriptions });
    const { state, reason, dueAt } = (await world.subscriptions.get(subscription)) ?? {};
    expect({ state, reason, dueAt, writes, received: world.received(subscription.id) }).toEqual({
      state: 'suspended',
      reason: 'Its client was removed',
      dueAt: undefined,
      writes: 1,
      received: [],
    });
  });
});
