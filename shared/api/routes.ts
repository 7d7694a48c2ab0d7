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

/** A row of the table below, by who may call. */
const calledBy =
  (scope?: Scope) =>
  (method: Route['method'], path: string, answeredBy: string): Route => ({
    method,
    path,
    answeredBy,
    ...(scope !== undefined && { scope }),
  });
const appender = calledBy('chancery/append');
const reader = calledBy('chancery/read');
const subscriber = calledBy('chancery/subscribe');
const operator = calledBy('chancery/operate');
const anybody = calledBy();

/** Every route of the HTTP API, resource by resource: the one table behind the gateway, the OpenAPI document and the answer to an unknown path or method. */
export const routes: readonly Route[] = [
  appender('POST', '/events', 'append-commits'),
  reader('GET', '/events', 'read-feed'),
  reader('GET', '/events/{eventId}', 'read-event'),
  reader('GET', '/events/{eventId}/history', 'read-history'),
  reader('GET', '/changes', 'read-changes'),

  appender('POST', '/streams/{category}/{id}/events', 'append-events'),
  reader('GET', '/streams/{category}/{id}/events', 'read-stream'),

  reader('GET', '/relations', 'rank-partners'),
  reader('GET', '/relations/{dyad}', 'read-relation'),
  reader('GET', '/relations/{dyad}/timeline', 'read-timeline'),
  reader('GET', '/relations/{dyad}/score', 'read-score'),
  reader('GET', '/relations/{dyad}/phases', 'read-phases'),
  reader('GET', '/relations/{dyad}/representation', 'read-representation'),

  reader('GET', '/parties/{party}', 'read-party'),
  reader('GET', '/parties/{party}/events', 'read-dossier'),
  reader('GET', '/parties/{party}/offices', 'list-offices'),
  reader('GET', '/parties/{party}/offices/{office}/events', 'read-dossier'),

  reader('GET', '/people', 'find-people'),
  reader('GET', '/people/{personId}', 'read-person'),
  reader('GET', '/people/{personId}/events', 'read-dossier'),

  reader('GET', '/topics', 'list-topics'),
  reader('GET', '/topics/{topic}/events', 'read-dossier'),
  reader('GET', '/topics/{topic}/trend', 'read-trend'),

  reader('GET', '/contacts/{quarter}', 'read-contacts'),

  reader('GET', '/visits', 'read-visits'),
  reader('GET', '/agreements', 'read-agreements'),
  reader('GET', '/agreements/{agreementId}', 'read-agreement'),
  reader('GET', '/sanctions', 'read-sanctions'),

  subscriber('POST', '/subscriptions', 'manage-subscriptions'),
  subscriber('GET', '/subscriptions', 'manage-subscriptions'),
  subscriber('GET', '/subscriptions/{subscriptionId}', 'manage-subscriptions'),
  subscriber('PATCH', '/subscriptions/{subscriptionId}', 'manage-subscriptions'),
  subscriber('DELETE', '/subscriptions/{subscriptionId}', 'manage-subscriptions'),
  subscriber('POST', '/subscriptions/{subscriptionId}/replay', 'manage-subscriptions'),
  subscriber('POST', '/subscriptions/{subscriptionId}/rotate-secret', 'manage-subscriptions'),
  subscriber('POST', '/subscriptions/{subscriptionId}/ping', 'ping-subscription'),

  operator('GET', '/projections', 'manage-projections'),
  operator('POST', '/projections/{name}/rebuild', 'manage-projections'),
  operator('POST', '/projections/{name}/promote', 'manage-projections'),
  operator('DELETE', '/projections/{name}/builds/{build}', 'manage-projections'),

  anybody('GET', '/health', 'report-health'),
  anybody('GET', '/openapi.json', 'describe-api'),
  anybody('GET', '/asyncapi.json', 'describe-api'),
  anybody('GET', '/docs', 'describe-api'),
  anybody('GET', '/docs/{asset}', 'describe-api'),
];
