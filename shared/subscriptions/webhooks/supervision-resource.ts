import * as z from 'zod';
import { Filter } from '#shared/subscriptions/filter/filter.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { TagHeader, wholeNumber } from '#shared/api/protocol/list-parameters.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { notFound, postedProblems } from '#shared/api/protocol/problem.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { resource } from '#shared/api/protocol/resource.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { changed } from './manage.ts';
import { stopped, type Subscription } from './subscription.ts';
import type { SubscriptionPorts } from './subscription-call.ts';

/** A subscription as operators see it. */
const supervised = (subscription: Subscription) => {
  const { owner, client, id, url, filter, description, state, reason, createdAt } = subscription;
  const { lastSuccessAt: at, lastPosition: position, lastError, failures } = subscription;
  const lastSent = at === undefined ? undefined : { at, ...(position !== undefined && { position }) };
  return { owner, client, id, url, filter, description, state, reason, createdAt, lastSent, failures, lastError };
};

const columns: Columns<ReturnType<typeof supervised>> = {
  owner: ({ owner }) => owner,
  client: ({ client }) => client,
  id: ({ id }) => id,
  url: ({ url }) => url,
  state: ({ state }) => state,
  reason: ({ reason }) => reason,
  createdAt: ({ createdAt }) => createdAt,
  lastSentAt: ({ lastSent }) => lastSent?.at,
  lastSentPosition: ({ lastSent }) => lastSent?.position,
  lastError: ({ lastError }) => lastError,
};

const listRequest = () =>
  ({
    headers: TagHeader,
    query: z.strictObject({
      limit: wholeNumber(1, 100).default(100).meta({ description: 'Subscriptions in a page' }),
      cursor: Cursor.optional(),
    }),
  }) as const satisfies RequestContract;

/** `GET /supervision/subscriptions` */
export const superviseSubscriptions = resource(
  listRequest,
  async ({ subscriptions, cursors }: SubscriptionPorts, { query: { limit, cursor } }, request) => {
    const page = await signedPage({ list: 'supervision', cursors, cursor }, async (after) =>
      subscriptions.page(limit, after),
    );
    return listReply(request, { ...page, items: page.items.map(supervised) }, { file: 'subscriptions', columns });
  },
);

const Supervised = z
  .object({
    owner: z.string().meta({ description: 'The subject that made it' }),
    client: z.string().optional().meta({ description: 'The id of the client that it was made with' }),
    id: z.string(),
    url: z.string(),
    filter: Filter,
    description: z.string().optional(),
    state: z.enum(['active', 'paused', 'suspended', 'disabled']),
    reason: z.string().optional(),
    createdAt: z.iso.datetime(),
    lastSent: z
      .object({ at: z.iso.datetime(), position: z.int().optional() })
      .optional()
      .meta({ description: 'The last event that the receiver took' }),
    failures: z.int(),
    lastError: z.string().optional(),
  })
  .meta({ id: 'SupervisedSubscription' });

export const superviseSubscriptionsOperation = (): Operation => ({
  summary: "Everybody's subscriptions, and what each was last sent",
  request: listRequest(),
  responses: listOf('A page of them', Supervised),
  problems: ['invalid-request', 'invalid-cursor'],
});

const decideRequest = () =>
  ({
    path: z.object({
      owner: z.string().max(200).meta({ description: 'URL-encoded' }),
      subscriptionId: z.string().max(100),
    }),
    body: z.strictObject({
      state: z.enum(['paused', 'stopped', 'released']).meta({
        description:
          '`paused`: the owner may resume it. `stopped`: until it is `released`; the owner may then resume it',
      }),
    }),
  }) as const satisfies RequestContract;

const decisions = {
  paused: (one: Subscription, reached: number) => stopped(one, 'paused', reached, 'Paused by an operator'),
  stopped: (one: Subscription, reached: number) => ({
    ...stopped(one, 'disabled', reached, 'Stopped by an operator'),
    stoppedByOperator: true,
  }),
  released: ({ stoppedByOperator: _stopped, ...one }: Subscription, reached: number) =>
    stopped(one, 'paused', reached, 'Released by an operator: resume it'),
};

/** `PATCH /supervision/subscriptions/{owner}/{subscriptionId}` */
export const decideSubscription = resource(
  decideRequest,
  async (ports: SubscriptionPorts, { path: { owner, subscriptionId: id }, body: { state } }) => {
    const progress = await changed(ports, { owner, id }, ({ subscription, reached }) =>
      decisions[state](subscription, reached),
    );
    if (progress === undefined) throw notFound(`${owner} has no subscription ${id}`);
    return json(200, supervised(progress.subscription));
  },
);

export const decideSubscriptionOperation = (): Operation => ({
  summary: "Pause, stop or release somebody's subscription",
  request: decideRequest(),
  responses: { 200: { description: 'The subscription', content: { 'application/json': Supervised } } },
  problems: [...postedProblems, 'not-found'],
});
