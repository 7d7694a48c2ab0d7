import { type Reply, call, service } from './service.ts';
import { manageSubscriptions } from '#functions/manage-subscriptions/manage-subscriptions.ts';
import type { SubscriptionPorts } from '#shared/subscriptions/webhooks/subscription-call.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import type { Subscription, SubscriptionKey } from '#shared/subscriptions/webhooks/subscription.ts';
import type { Loopback } from '#shared/subscriptions/webhooks/public-address.ts';

/** The routes of subscriptions as a client calls them, over a service in memory. */
export function subscribing(loopback: Loopback = 'refused') {
  const chancery = service();
  const clock = { ms: Date.now() };
  const now = () => new Date(clock.ms);
  const triggered: SubscriptionKey[] = [];
  const sealing = sealingWith(() => ['key']);
  const ports = {
    ...chancery.subscribing,
    sealing,
    trigger: async (keys: readonly SubscriptionKey[]) =>
      void triggered.push(...keys.map(({ owner, id }) => ({ owner, id }))),
    loopback,
    now,
  };
  const manage = manageSubscriptions(ports);
  const on =
    (handler: Parameters<typeof call>[0], method: string, action = '') =>
    async (id: unknown, body?: unknown, subject = 'analyst'): Promise<Reply> => {
      const path = `/subscriptions/${String(id)}${action}`;
      return call(handler, { method, path, subject, ...(body !== undefined && { body }) });
    };
  return {
    chancery,
    clock,
    now,
    triggered,
    sealing,
    stored: async (id: unknown): Promise<Subscription> => {
      const found = await chancery.subscriptions.get({ owner: 'analyst', id: String(id) });
      if (found === undefined) throw new Error(`There is no subscription ${String(id)}`);
      return found;
    },
    create: async (body: unknown, headers: Record<string, string> = {}, subject = 'analyst') =>
      call(manage, { method: 'POST', path: '/subscriptions', body, headers, subject }),
    list: async (subject = 'analyst') => call(manage, { path: '/subscriptions', subject }),
    read: on(manage, 'GET'),
    change: on(manage, 'PATCH'),
    remove: on(manage, 'DELETE'),
    replay: on(manage, 'POST', '/replay'),
    rotate: on(manage, 'POST', '/rotate-secret'),
    ping: (post: SubscriptionPorts['post']) => on(manageSubscriptions({ ...ports, post }), 'POST', '/ping'),
  };
}
