import type { FeedReader } from '#shared/feed/feed.ts';
import type { Cursors } from '#shared/cursor.ts';
import { feedCursor, feedPosition } from '#shared/feed/feed-cursor.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { type HttpRequest, json, subjectOf } from '#shared/api/protocol/http-request.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { invalidRequest, parseRequest } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { subscriptionColumns } from '#shared/subscriptions/webhooks/columns.ts';
import {
  changeSubscriptionRequest,
  createSubscriptionRequest,
  listSubscriptionsRequest,
  oneSubscriptionRequest,
  replaySubscriptionRequest,
  type Start,
} from '#shared/api/requests/subscriptions.ts';
import { lagOf } from '#shared/subscriptions/webhooks/lag.ts';
import {
  changed,
  type ManagementPorts,
  rotateSecret,
  subscribe,
  unsubscribe,
  withSettings,
} from '#shared/subscriptions/webhooks/manage.ts';
import type { Loopback } from '#shared/subscriptions/webhooks/public-address.ts';
import { type Standing, standingOf, standingsOf } from '#shared/subscriptions/webhooks/progress.ts';
import { nextAttemptAt, restartedAt, type SubscriptionKey } from '#shared/subscriptions/webhooks/subscription.ts';
import { violationOfUrl } from '#shared/subscriptions/webhooks/webhook-url.ts';

export interface ManageSubscriptionsPorts extends ManagementPorts {
  readonly feed: FeedReader;
  readonly cursors: Cursors;
  readonly loopback: Loopback;
}

/** The answers to the routes of `/subscriptions`. */
export function subscriptionRoutes(ports: ManageSubscriptionsPorts) {
  const { feed, cursors, loopback, now } = ports;

  const keyOf = (request: HttpRequest): SubscriptionKey => {
    const { subscriptionId: id } = parseRequest(oneSubscriptionRequest, request).path;
    return { owner: subjectOf(request), id };
  };
  const positionOf = async (from: Start): Promise<number> => {
    if (from === 'beginning') return 0;
    if (from === 'now') return (await feed.head()).position;
    return feedPosition(cursors, from.after, { pointer: '/from/after' });
  };
  const requireReachable = (url: string | undefined): void => {
    const detail = url === undefined ? undefined : violationOfUrl(url, loopback);
    if (detail !== undefined) throw invalidRequest([{ pointer: '/url', detail }]);
  };
  const shown = async (standing: Standing) => {
    const { id, url, filter, description, state, reason, failures, createdAt, lastSuccessAt, lastError } =
      standing.subscription;
    const lag = await lagOf(feed, (await feed.head()).position, standing, now());
    const cursor = feedCursor(cursors, standing.reached);
    const next = nextAttemptAt(standing.subscription);
    return { id, url, filter, description, state, reason, cursor, lag, failures, createdAt, lastSuccessAt, lastError, nextAttemptAt: next }; // prettier-ignore
  };
  const found = (standing: Standing | undefined, request: HttpRequest): Standing => {
    if (standing === undefined) throw notFound(`You have no subscription ${request.pathParameters?.subscriptionId}`);
    return standing;
  };

  return {
    'POST /subscriptions': async (request: HttpRequest) => {
      const { headers, body } = parseRequest(createSubscriptionRequest, request);
      requireReachable(body.url);
      const { from, url, filter, description } = body;
      const { subscription, secret } = await subscribe(ports, {
        owner: subjectOf(request),
        settings: { url, filter, ...(description !== undefined && { description }) },
        after: await positionOf(from),
        idempotencyKey: headers['idempotency-key'],
        request: body,
      });
      const standing = { subscription, reached: subscription.cursor };
      return json(
        201,
        { ...(await shown(standing)), secret },
        { Location: `/subscriptions/${subscription.id}`, 'Cache-Control': 'no-store' },
      );
    },
    'GET /subscriptions': async (request: HttpRequest) => {
      const { limit, cursor } = parseRequest(listSubscriptionsRequest, request).query;
      const owner = subjectOf(request);
      const standings = await standingsOf(ports, owner);
      const { items, next } = computedPage(standings, { cursors, list: `subscriptions ${owner}`, limit, cursor });
      const page = { items: await Promise.all(items.map(shown)), next };
      return listReply(request, page, { file: 'subscriptions', columns: subscriptionColumns });
    },
    'GET /subscriptions/{subscriptionId}': async (request: HttpRequest) =>
      json(200, await shown(found(await standingOf(ports, keyOf(request)), request))),
    'PATCH /subscriptions/{subscriptionId}': async (request: HttpRequest) => {
      const { body } = parseRequest(changeSubscriptionRequest, request);
      requireReachable(body.url);
      return json(200, await shown(found(await changed(ports, keyOf(request), withSettings(body)), request)));
    },
    'DELETE /subscriptions/{subscriptionId}': async (request: HttpRequest) => {
      if (!(await unsubscribe(ports, keyOf(request)))) found(undefined, request);
      return { statusCode: 204, headers: {}, body: '' };
    },
    'POST /subscriptions/{subscriptionId}/replay': async (request: HttpRequest) => {
      const { body } = parseRequest(replaySubscriptionRequest, request);
      const from = await positionOf(body.from);
      const replayed = await changed(ports, keyOf(request), ({ subscription }, at) =>
        restartedAt(subscription, from, at.toISOString()),
      );
      const { subscription } = found(replayed, request);
      return json(200, await shown({ subscription, reached: from }));
    },
    'POST /subscriptions/{subscriptionId}/rotate-secret': async (request: HttpRequest) => {
      const rotation = await rotateSecret(ports, keyOf(request));
      const standing = found(await standingOf(ports, keyOf(request)), request);
      return json(200, { ...(await shown(standing)), secret: rotation?.secret }, { 'Cache-Control': 'no-store' });
    },
  };
}
