import * as z from 'zod';
import { json } from '#shared/api/protocol/http-request.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { postedProblems } from '#shared/api/protocol/problem.ts';
import { resource } from '#shared/api/protocol/resource.ts';
import { changed, rotateSecret, StoppedByOperator } from './manage.ts';
import { failureOf, pingOf } from './post-webhook.ts';
import { restartedAt } from './subscription.ts';
import { SubscriptionAsRead, SubscriptionWithSecret } from './subscription-as-read.ts';
import {
  found,
  keyOf,
  positionOf,
  shown,
  Start,
  SubscriptionPath,
  type SubscriptionPorts,
} from './subscription-call.ts';
import { violationOfHost } from './supervision.ts';

const oneSubscriptionRequest = () => ({ path: SubscriptionPath }) as const satisfies RequestContract;

/** `POST /subscriptions/{subscriptionId}/ping`: without effect on its state, in all but that of an operator's stop. */
export const pingSubscription = resource(
  oneSubscriptionRequest,
  async ({ subscriptions, post, now, newId, hosts }: SubscriptionPorts, { path }, request) => {
    const key = keyOf(request, path.subscriptionId);
    const subscription = found(await subscriptions.get(key), key);
    const { id, url, stoppedByOperator } = subscription;
    const refused = stoppedByOperator === true ? new StoppedByOperator(id).message : violationOfHost(url, hosts);
    if (refused !== undefined) return json(200, { delivered: false, error: refused });
    const failure = failureOf(await post(subscription, pingOf(`ping.${newId()}`, subscription, now())));
    return json(200, { delivered: failure === undefined, error: failure?.error });
  },
);

export const pingSubscriptionOperation = (): Operation => ({
  summary: 'Post a message of type `chancery.ping` to the receiver, now',
  request: oneSubscriptionRequest(),
  responses: {
    200: {
      description: 'The outcome',
      content: { 'application/json': z.object({ delivered: z.boolean(), error: z.string().max(500).optional() }) },
    },
  },
  problems: ['invalid-request', 'not-found'],
});

export const replaySubscriptionRequest = () =>
  ({
    path: SubscriptionPath,
    body: z.strictObject({ from: Start }),
  }) as const satisfies RequestContract;

/** `POST /subscriptions/{subscriptionId}/replay` */
export const replaySubscription = resource(
  replaySubscriptionRequest,
  async (ports: SubscriptionPorts, { path, body }, request) => {
    const key = keyOf(request, path.subscriptionId);
    const replayed = await changed(ports, key, async ({ subscription }, at) =>
      restartedAt(subscription, await positionOf(ports, body.from, subscription.filter), at.toISOString()),
    );
    const { subscription } = found(replayed, key);
    return json(200, await shown(ports, { subscription, reached: subscription.cursor }));
  },
);

export const replaySubscriptionOperation = (): Operation => ({
  summary: 'Deliver again from a place in the feed on',
  description:
    'Messages have the same ids as before. One that is not active keeps its state, and starts there when resumed.',
  request: replaySubscriptionRequest(),
  responses: { 200: { description: 'The subscription', content: { 'application/json': SubscriptionAsRead } } },
  problems: [...postedProblems, 'invalid-cursor', 'not-found'],
});

/** `POST /subscriptions/{subscriptionId}/rotate-secret` */
export const rotateSubscriptionSecret = resource(
  oneSubscriptionRequest,
  async (ports: SubscriptionPorts, { path }, request) => {
    const key = keyOf(request, path.subscriptionId);
    const { secret, ...progress } = found(await rotateSecret(ports, key), key);
    return json(200, { ...(await shown(ports, progress)), secret }, { 'Cache-Control': 'no-store' });
  },
);

export const rotateSubscriptionSecretOperation = (): Operation => ({
  summary: 'Replace the secret',
  description: 'For a day, messages carry signatures of both the new secret and the one that it replaces.',
  request: oneSubscriptionRequest(),
  responses: {
    200: {
      description: 'The subscription with its new secret',
      content: { 'application/json': SubscriptionWithSecret },
    },
  },
  problems: ['invalid-request', 'not-found'],
});
