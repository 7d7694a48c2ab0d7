export type Scope = 'chancery/append' | 'chancery/read' | 'chancery/subscribe' | 'chancery/operate';

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
  { method: 'GET', path: '/relations/{dyad}', answeredBy: 'read-relation', scope: 'chancery/read' },
  { method: 'GET', path: '/parties/{party}', answeredBy: 'read-party', scope: 'chancery/read' },
  { method: 'GET', path: '/parties/{party}/events', answeredBy: 'read-dossier', scope: 'chancery/read' },
  { method: 'GET', path: '/parties/{party}/offices', answeredBy: 'list-offices', scope: 'chancery/read' },
  {
    method: 'GET',
    path: '/parties/{party}/offices/{office}/events',
    answeredBy: 'read-dossier',
    scope: 'chancery/read',
  },
  { method: 'GET', path: '/people/{personId}/events', answeredBy: 'read-dossier', scope: 'chancery/read' },
  { method: 'GET', path: '/topics', answeredBy: 'list-topics', scope: 'chancery/read' },
  { method: 'GET', path: '/topics/{topic}/events', answeredBy: 'read-dossier', scope: 'chancery/read' },
  { method: 'GET', path: '/topics/{topic}/trend', answeredBy: 'read-trend', scope: 'chancery/read' },
  { method: 'GET', path: '/contacts/{quarter}', answeredBy: 'read-contacts', scope: 'chancery/read' },
  { method: 'GET', path: '/changes', answeredBy: 'read-changes', scope: 'chancery/read' },
  { method: 'GET', path: '/relations/{dyad}/score', answeredBy: 'read-score', scope: 'chancery/read' },
  { method: 'GET', path: '/relations/{dyad}/phases', answeredBy: 'read-phases', scope: 'chancery/read' },
  { method: 'GET', path: '/relations', answeredBy: 'rank-partners', scope: 'chancery/read' },
  {
    method: 'GET',
    path: '/relations/{dyad}/representation',
    answeredBy: 'read-representation',
    scope: 'chancery/read',
  },
  { method: 'GET', path: '/visits', answeredBy: 'read-visits', scope: 'chancery/read' },
  { method: 'GET', path: '/agreements', answeredBy: 'read-agreements', scope: 'chancery/read' },
  { method: 'GET', path: '/agreements/{agreementId}', answeredBy: 'read-agreement', scope: 'chancery/read' },
  { method: 'GET', path: '/sanctions', answeredBy: 'read-sanctions', scope: 'chancery/read' },
  { method: 'GET', path: '/people', answeredBy: 'find-people', scope: 'chancery/read' },
  { method: 'GET', path: '/people/{personId}', answeredBy: 'read-person', scope: 'chancery/read' },
  { method: 'GET', path: '/projections', answeredBy: 'manage-projections', scope: 'chancery/operate' },
  { method: 'POST', path: '/projections/{name}/rebuild', answeredBy: 'manage-projections', scope: 'chancery/operate' },
  { method: 'POST', path: '/projections/{name}/promote', answeredBy: 'manage-projections', scope: 'chancery/operate' },
  {
    method: 'DELETE',
    path: '/projections/{name}/builds/{build}',
    answeredBy: 'manage-projections',
    scope: 'chancery/operate',
  },
  ...subscriptionRoutes,
  { method: 'GET', path: '/health', answeredBy: 'report-health' },
  { method: 'GET', path: '/openapi.json', answeredBy: 'describe-api' },
  { method: 'GET', path: '/asyncapi.json', answeredBy: 'describe-api' },
  { method: 'GET', path: '/docs', answeredBy: 'describe-api' },
  { method: 'GET', path: '/docs/{asset}', answeredBy: 'describe-api' },
];
