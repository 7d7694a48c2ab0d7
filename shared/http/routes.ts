export type Scope = 'chancery/append' | 'chancery/read' | 'chancery/subscribe';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** API Gateway notation: `{name}` is one path segment. */
  readonly path: string;
  /** The function that answers: the name of its folder under `functions/`. */
  readonly answeredBy: string;
  /** The scope the token must carry; absent: anybody may call. */
  readonly scope?: Scope;
}

const managed = { answeredBy: 'manage-subscriptions', scope: 'chancery/subscribe' } as const;
const subscriptionRoutes: readonly Route[] = [
  { method: 'POST', path: '/subscriptions', ...managed },
  { method: 'GET', path: '/subscriptions', ...managed },
  { method: 'GET', path: '/subscriptions/{subscriptionId}', ...managed },
  { method: 'PATCH', path: '/subscriptions/{subscriptionId}', ...managed },
  { method: 'DELETE', path: '/subscriptions/{subscriptionId}', ...managed },
  { method: 'POST', path: '/subscriptions/{subscriptionId}/replay', ...managed },
  { method: 'POST', path: '/subscriptions/{subscriptionId}/rotate-secret', ...managed },
  {
    method: 'POST',
    path: '/subscriptions/{subscriptionId}/ping',
    answeredBy: 'ping-subscription',
    scope: 'chancery/subscribe',
  },
];

/** Every route of the HTTP API: the one table behind the gateway, the OpenAPI document and the answer to an unknown path or method. */
export const routes: readonly Route[] = [
  { method: 'POST', path: '/events', answeredBy: 'append-commits', scope: 'chancery/append' },
  { method: 'POST', path: '/streams/{category}/{id}/events', answeredBy: 'append-events', scope: 'chancery/append' },
  { method: 'GET', path: '/streams/{category}/{id}/events', answeredBy: 'read-stream', scope: 'chancery/read' },
  { method: 'GET', path: '/events', answeredBy: 'read-feed', scope: 'chancery/read' },
  { method: 'GET', path: '/events/{eventId}', answeredBy: 'read-event', scope: 'chancery/read' },
  { method: 'GET', path: '/events/{eventId}/history', answeredBy: 'read-history', scope: 'chancery/read' },
  { method: 'GET', path: '/relations/{dyad}/timeline', answeredBy: 'read-timeline', scope: 'chancery/read' },
  ...subscriptionRoutes,
  { method: 'GET', path: '/health', answeredBy: 'report-health' },
  { method: 'GET', path: '/openapi.json', answeredBy: 'describe-api' },
  { method: 'GET', path: '/docs', answeredBy: 'describe-api' },
  { method: 'GET', path: '/docs/{asset}', answeredBy: 'describe-api' },
];
