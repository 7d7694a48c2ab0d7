import * as z from 'zod';
import { text } from '#shared/domain/events/text.ts';
import { Filter } from '#shared/subscriptions/filter/filter.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { claimsOf, json, subjectOf } from '#shared/api/protocol/http-request.ts';
import { PageLimit, TagHeader } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { IdempotencyKey } from '#shared/api/protocol/preconditions.ts';
import { HttpProblem, invalidRequest, postedProblems, problem } from '#shared/api/protocol/problem.ts';
import { listOf, oneOf } from '#shared/api/protocol/query-responses.ts';
import { resource } from '#shared/api/protocol/resource.ts';
import { subscriptionColumns } from './columns.ts';
import { changed, KindChanged, StoppedByOperator, subscribe, unsubscribe, withSettings } from './manage.ts';
import { progressOf, progressesOf } from './progress.ts';
import { SubscriptionAsRead, SubscriptionWithSecret } from './subscription-as-read.ts';
import {
  found,
  keyOf,
  positionOf,
  requireReachable,
  shown,
  Start,
  SubscriptionPath,
  type SubscriptionPorts,
} from './subscription-call.ts';
import { maxUrlLength } from './webhook-url.ts';

const Url = z
  .string()
  .max(maxUrlLength)
  .meta({ format: 'uri', description: 'https, on port 443 or one from 1024 on, leading to a public address' });
const Description = text(200).meta({ description: 'What it is for, in words of your own' });

export const createSubscriptionRequest = () =>
  ({
    headers: z.object({ 'idempotency-key': IdempotencyKey }),
    body: z.strictObject({
      url: Url,
      filter: Filter.default({}),
      from: Start.default('now'),
      description: Description.optional(),
    }),
  }) as const satisfies RequestContract;

/** `POST /subscriptions` */
export const createSubscription = resource(
  createSubscriptionRequest,
  async (ports: SubscriptionPorts, { headers, body }, request) => {
    requireReachable(ports, body.url);
    const { from, url, filter, description } = body;
    const { subscription, secret } = await subscribe(ports, {
      owner: subjectOf(request),
      client: claimsOf(request).client_id ?? '',
      settings: { url, filter, ...(description !== undefined && { description }) },
      after: await positionOf(ports, from, filter),
      idempotencyKey: headers['idempotency-key'],
      request: body,
    });
    const progress = { subscription, reached: subscription.cursor };
    return json(
      201,
      { ...(await shown(ports, progress)), secret },
      { Location: `/subscriptions/${subscription.id}`, 'Cache-Control': 'no-store' },
    );
  },
);

export const createSubscriptionOperation = (): Operation => ({
  summary: 'Subscribe to events by webhook',
  description:
    'What the filter wants is posted to the URL as CloudEvents 1.0 with a `position`, one after the other, at least once, signed by Standard Webhooks. A 2xx within ' +
    '10 s takes it; else it is tried again, 5 s to 6 h later, for three days; then the subscription is suspended. 410 disables it. With an `Idempotency-Key` the call ' +
    'may be repeated for a day.',
  request: createSubscriptionRequest(),
  responses: {
    201: {
      description: 'Subscribed',
      content: { 'application/json': SubscriptionWithSecret },
      headers: z.object({ Location: z.string().meta({ description: 'The subscription' }) }),
    },
  },
  problems: [...postedProblems, 'invalid-cursor', 'too-many-subscriptions', 'idempotency-key-reused'],
});

const listSubscriptionsRequest = () =>
  ({
    headers: TagHeader,
    query: z.strictObject({ limit: PageLimit, cursor: Cursor.optional() }),
  }) as const satisfies RequestContract;

/** `GET /subscriptions` */
export const listSubscriptions = resource(
  listSubscriptionsRequest,
  async (ports: SubscriptionPorts, { query: { limit, cursor } }, request) => {
    const owner = subjectOf(request);
    const { cursors } = ports;
    const all = await progressesOf(ports, owner);
    const { items, next } = computedPage(all, { cursors, list: `subscriptions ${owner}`, limit, cursor });
    const page = { items: await Promise.all(items.map(async (progress) => shown(ports, progress))), next };
    return listReply(request, page, { file: 'subscriptions', columns: subscriptionColumns });
  },
);

export const listSubscriptionsOperation = (): Operation => ({
  summary: 'Your subscriptions',
  request: listSubscriptionsRequest(),
  responses: listOf('A page of them, the oldest first', SubscriptionAsRead),
  problems: ['invalid-request', 'invalid-cursor'],
});

const readSubscriptionRequest = () =>
  ({ headers: TagHeader, path: SubscriptionPath }) as const satisfies RequestContract;

/** `GET /subscriptions/{subscriptionId}` */
export const readSubscription = resource(
  readSubscriptionRequest,
  async (ports: SubscriptionPorts, { path }, request) => {
    const key = keyOf(request, path.subscriptionId);
    return json(200, await shown(ports, found(await progressOf(ports, key), key)));
  },
);

export const readSubscriptionOperation = (): Operation => ({
  summary: 'One of your subscriptions: its progress, and what went wrong',
  request: readSubscriptionRequest(),
  responses: oneOf('The subscription', SubscriptionAsRead),
  problems: ['invalid-request', 'not-found'],
});

const changeSubscriptionRequest = () =>
  ({
    path: SubscriptionPath,
    body: z
      .strictObject({
        url: Url.optional(),
        filter: Filter.optional(),
        description: Description.optional(),
        state: z
          .enum(['active', 'paused'])
          .optional()
          .meta({ description: '`active` also resumes one that was suspended or disabled, from its cursor' }),
      })
      .refine((changes) => Object.keys(changes).length > 0, { error: 'expected at least one field to change' }),
  }) as const satisfies RequestContract;

/** `PATCH /subscriptions/{subscriptionId}` */
export const changeSubscription = resource(
  changeSubscriptionRequest,
  async (ports: SubscriptionPorts, { path, body }, request) => {
    const key = keyOf(request, path.subscriptionId);
    requireReachable(ports, body.url);
    const progress = await changed(ports, key, withSettings(body)).catch((error: unknown) => {
      if (error instanceof StoppedByOperator) throw new HttpProblem(problem('forbidden', { detail: error.message }));
      if (error instanceof KindChanged) throw invalidRequest([{ pointer: '/filter/kinds', detail: error.message }]);
      throw error;
    });
    return json(200, await shown(ports, found(progress, key)));
  },
);

export const changeSubscriptionOperation = (): Operation => ({
  summary: 'Change, pause or resume a subscription',
  description: 'Another filter or URL holds for everything that has not been delivered yet.',
  request: changeSubscriptionRequest(),
  responses: { 200: { description: 'The subscription', content: { 'application/json': SubscriptionAsRead } } },
  problems: [...postedProblems, 'forbidden', 'not-found'],
});

const deleteSubscriptionRequest = () => ({ path: SubscriptionPath }) as const satisfies RequestContract;

/** `DELETE /subscriptions/{subscriptionId}` */
export const deleteSubscription = resource(
  deleteSubscriptionRequest,
  async (ports: SubscriptionPorts, { path }, request) => {
    const key = keyOf(request, path.subscriptionId);
    found((await unsubscribe(ports, key)) || undefined, key);
    return { statusCode: 204, headers: {}, body: '' };
  },
);

export const deleteSubscriptionOperation = (): Operation => ({
  summary: 'End a subscription',
  request: deleteSubscriptionRequest(),
  responses: { 204: { description: 'It is gone' } },
  problems: ['invalid-request', 'not-found'],
});
