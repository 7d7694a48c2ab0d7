import { Refusal } from '#infra/local/refusal.ts';

export interface RouteMatch<T> {
  readonly route: T;
  /** Percent-decoded; absent for a route without variables. */
  readonly pathParameters?: Record<string, string>;
}

interface Pattern<T> {
  readonly method: string;
  readonly segments: readonly string[];
  readonly route: T;
}

const isGreedy = (segment: string) => segment.startsWith('{') && segment.endsWith('+}');
const isVariable = (segment: string) => segment.startsWith('{') && segment.endsWith('}');
const specificity = (segment: string | undefined) =>
  segment === undefined ? 3 : isGreedy(segment) ? 2 : isVariable(segment) ? 1 : 0;

/** Most specific first, as API Gateway chooses: literal, `{variable}`, `{greedy+}`; then a method before `ANY`. */
function compare<T>(a: Pattern<T>, b: Pattern<T>): number {
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index += 1) {
    const difference = specificity(a.segments[index]) - specificity(b.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

const split = (path: string) => path.split('/').slice(1);

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** Compiles route keys (`GET /events/{id}`, `ANY /{proxy+}`, `$default`) into a choice by method and raw path. */
export function routeTable<T>(routes: readonly { readonly routeKey: string; readonly route: T }[]) {
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  const patterns = routes
    .filter(({ routeKey }) => routeKey !== '$default')
    .map(({ routeKey, route }): Pattern<T> => {
      const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(routeKey) ?? [];
      if (method === undefined || path === undefined) throw new Refusal(`The route key ${routeKey} is not understood`);
      return { method, segments: split(path), route };
    })
    .toSorted(compare);

  return (method: string, rawPath: string): RouteMatch<T> | undefined => {
    const path = split(rawPath);
    for (const pattern of patterns) {
      if (pattern.method !== method && pattern.method !== 'ANY') continue;
      const pathParameters = match(pattern.segments, path);
      if (pathParameters !== undefined)
        return Object.keys(pathParameters).length === 0
          ? { route: pattern.route }
          : { route: pattern.route, pathParameters };
    }
    return fallback === undefined ? undefined : { route: fallback.route };
  };
}

function match(segments: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const greedy = segments.some(isGreedy);
  if (greedy ? path.length < segments.length : path.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = isGreedy(segment) ? path.slice(index).join('/') : (path[index] ?? '');
    if (!isVariable(segment)) {
      if (segment !== value && segment !== decode(value)) return undefined;
    } else {
      if (value === '') return undefined;
      parameters[segment.replaceAll(/[{}+]/g, '')] = decode(value);
    }
  }
  return parameters;
}
