import type { Scope } from '#shared/identity/scopes.ts';

/** The functions behind the HTTP API: the names of their folders under `functions/`. */
export type HttpFunctionName = 'append' | 'query' | 'read-feed' | 'manage-subscriptions' | 'operate' | 'describe-api';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface Route {
  readonly method: Method;
  /** API Gateway notation: `{name}` is one path segment. */
  readonly path: string;
  readonly function: HttpFunctionName;
  /** The scope that the token must carry; absent: the route needs no token. */
  readonly scope?: Scope;
}

/** A row of the table: a function, and the scope that it asks for. */
interface Row<Name extends HttpFunctionName> {
  readonly function: Name;
  readonly scope: Scope | undefined;
}
const rowOf = <const Name extends HttpFunctionName>(name: Name, scope?: Scope): Row<Name> => ({
  function: name,
  scope,
});
const append = rowOf('append', 'chancery/append');
const curate = rowOf('append', 'chancery/curate');
const query = rowOf('query', 'chancery/read');
const readFeed = rowOf('read-feed', 'chancery/read');
const subscribe = rowOf('manage-subscriptions', 'chancery/subscribe');
const supervise = rowOf('manage-subscriptions', 'chancery/operate');
const operate = rowOf('operate', 'chancery/operate');
const describe = rowOf('describe-api');

/**
 * Every route of the HTTP API by its key, with its function and its scope: names only, so that the stack can read them.
 * `resources.ts` has the code of each, `operations.ts` its description.
 */
const table = {
  'POST /events': append,
  'GET /events': readFeed,
  'GET /events/{eventId}': query,
  'GET /events/{eventId}/history': query,
  'GET /changes': query,

  'POST /streams/{category}/{id}/events': append,
  'GET /streams/{category}/{id}/events': query,

  'GET /duplicates': query,
  'POST /duplicates/resolutions': curate,

  'GET /sources': query,
  'GET /relations': query,
  'GET /relations/compare': query,
  'GET /relations/{dyad}': query,
  'GET /relations/{dyad}/timeline': query,
  'GET /relations/{dyad}/score': query,
  'GET /relations/{dyad}/phases': query,
  'GET /relations/{dyad}/tempo': query,
  'GET /relations/{dyad}/diff': query,
  'GET /relations/{dyad}/representation': query,

  'GET /parties/{party}': query,
  'GET /parties/{party}/events': query,
  'GET /parties/{party}/offices': query,
  'GET /parties/{party}/offices/{office}/events': query,

  'GET /people': query,
  'GET /people/{personId}': query,
  'GET /people/{personId}/events': query,

  'GET /topics': query,
  'GET /topics/{topic}/events': query,
  'GET /topics/{topic}/trend': query,

  'GET /contacts/{quarter}': query,

  'GET /visits': query,
  'GET /agreements': query,
  'GET /agreements/{agreementId}': query,
  'GET /sanctions': query,

  'POST /subscriptions': subscribe,
  'GET /subscriptions': subscribe,
  'GET /subscriptions/{subscriptionId}': subscribe,
  'PATCH /subscriptions/{subscriptionId}': subscribe,
  'DELETE /subscriptions/{subscriptionId}': subscribe,
  'POST /subscriptions/{subscriptionId}/replay': subscribe,
  'POST /subscriptions/{subscriptionId}/rotate-secret': subscribe,
  'POST /subscriptions/{subscriptionId}/ping': subscribe,

  'GET /supervision/subscriptions': supervise,
  'PATCH /supervision/subscriptions/{owner}/{subscriptionId}': supervise,

  'GET /projections': operate,
  'POST /projections/{name}/rebuild': operate,
  'POST /projections/{name}/promote': operate,
  'DELETE /projections/{name}/builds/{build}': operate,

  'GET /quarantine': operate,
  'POST /quarantine/{consumer}/{item}/release': operate,
  'GET /health/consumers': operate,

  'GET /health': describe,
  'GET /openapi.json': describe,
  'GET /openapi-examples.json': describe,
  'GET /asyncapi.json': describe,
  'GET /docs': describe,
  'GET /docs/{asset}': describe,
} as const satisfies Record<RouteName, Row<HttpFunctionName>>;

type RouteName = `${Method} /${string}`;

/** The key of a route: its method and path, as API Gateway names it. */
export type RouteKey = keyof typeof table;

/** The keys of the routes of a function. */
export type RouteKeyOf<Name extends HttpFunctionName> = {
  [Key in RouteKey]: (typeof table)[Key]['function'] extends Name ? Key : never;
}[RouteKey];

/** The function of the `$default` route: every path or method without a route. */
export const unknownRouteFunction: HttpFunctionName = 'describe-api';

/** The key of a route. */
export const keyOfRoute = ({ method, path }: Pick<Route, 'method' | 'path'>): RouteName =>
  `${method} /${path.slice(1)}`;

/** Every route of the HTTP API. */
export const routes: readonly Route[] = Object.entries(table).map(([key, { function: name, scope }]) => {
  const [method, path] = key.split(' ') as [Method, string];
  return { method, path, function: name, ...(scope !== undefined && { scope }) };
});

/**
 * The routes of the explorer, the page for people: they are no part of the described API. They need no token; the page
 * asks the API with the token of the person who signed in.
 */
export const pageRoutes = ['GET /', 'GET /explore', 'GET /explore/{proxy+}'] as const satisfies readonly RouteName[];

/** The function that serves the page. */
export const pageFunction = 'explorer';
