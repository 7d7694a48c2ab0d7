import * as z from 'zod';
import type { Cursors } from '#shared/cursor.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { feedCursor, feedPosition } from '#shared/feed/feed-cursor.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { endOf } from '#shared/subscriptions/phases/end-of.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { type HttpRequest, subjectOf } from '#shared/api/protocol/http-request.ts';
import { invalidRequest, notFound } from '#shared/api/protocol/problem.ts';
import { lagOf } from './lag.ts';
import type { ManagementPorts } from './manage.ts';
import type { postWebhook } from './post-webhook.ts';
import type { SubscriptionProgress } from './progress.ts';
import type { Loopback } from './public-address.ts';
import { nextAttemptAt, type SubscriptionKey } from './subscription.ts';
import { type AllowedHosts, violationOfHost } from './supervision.ts';
import { violationOfUrl } from './webhook-url.ts';

/** The ports of the function that manages subscriptions. */
export interface SubscriptionPorts extends ManagementPorts {
  readonly feed: FeedReader;
  readonly cursors: Cursors;
  readonly loopback: Loopback;
  readonly hosts: AllowedHosts;
  readonly post: ReturnType<typeof postWebhook>;
  readonly newId: () => string;
}

/** The subscription of a path. */
export const SubscriptionPath = z.object({
  subscriptionId: z.string().max(100).meta({ description: 'The id of one of your subscriptions' }),
});

const expectedStart = 'expected "beginning", "now" or {"after": "<cursor>"}';

/** The place in the feed at which a subscription begins. */
export const Start = z
  .union([z.enum(['beginning', 'now'], expectedStart), z.strictObject({ after: Cursor })], expectedStart)
  .meta({
    description: 'From the first event on, from now on, or after a cursor of the feed or of another subscription',
  });
type Start = z.output<typeof Start>;

/** The key of the subscription of a path, among those of the caller. */
export const keyOf = (request: HttpRequest, id: string): SubscriptionKey => ({ owner: subjectOf(request), id });

/** The position of a start of what a filter selects. */
export async function positionOf(ports: SubscriptionPorts, from: Start, filter: Filter): Promise<number> {
  if (from === 'beginning') return 0;
  if (from === 'now') return endOf(ports, filter);
  return feedPosition(ports.cursors, from.after, { pointer: '/from/after' });
}

/** Refuses a URL that no webhook may be posted to. */
export function requireReachable({ loopback, hosts }: SubscriptionPorts, url: string | undefined): void {
  const detail = url === undefined ? undefined : (violationOfUrl(url, loopback) ?? violationOfHost(url, hosts));
  if (detail !== undefined) throw invalidRequest([{ pointer: '/url', detail }]);
}

/** The subscription that was found; throws the problem `not-found` where there is none. */
export function found<Found>(subscription: Found | undefined, { id }: SubscriptionKey): Found {
  if (subscription === undefined) throw notFound(`You have no subscription ${id}`);
  return subscription;
}

/** A subscription as its owner sees it. */
export async function shown({ feed, cursors, now }: SubscriptionPorts, progress: SubscriptionProgress) {
  const { subscription, reached } = progress;
  const { id, url, filter, description, state, reason, failures, createdAt, lastSuccessAt, lastError } = subscription;
  const lag = await lagOf(feed, (await feed.head()).position, progress, now());
  const cursor = feedCursor(cursors, reached);
  const next = nextAttemptAt(subscription);
  return { id, url, filter, description, state, reason, cursor, lag, failures, createdAt, lastSuccessAt, lastError, nextAttemptAt: next }; // prettier-ignore
}
