import { keyOfRoute, type Route, routes } from '#shared/api/routes.ts';

/** The choice that API Gateway makes for a method and a path. */
export interface Routed {
  readonly routeKey: string;
  readonly route?: Route;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** The route of a method and a path, with the parameters in the path; `$default` where there is none. */
export function routeOf(method: string, path: string): Routed {
  for (const route of routes) {
    const match = route.method === method ? patternOf(route).exec(path) : null;
    if (match === null) continue;
    const parameters = match.groups && Object.fromEntries(Object.entries(match.groups).map(([name, text]) => [name, decodeURIComponent(text)])); // prettier-ignore
    return { routeKey: keyOfRoute(route), route, ...(parameters && { parameters }) };
  }
  return { routeKey: '$default' };
}

const patternOf = ({ path }: Route): RegExp => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`); // prettier-ignore
