import type { Send } from './resilient-send.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Calls of the API by path. */
export interface ApiCall {
  readonly get: (path: string, query?: Query, options?: CallOptions) => Promise<Response>;
  /** Posts JSON; a call that carries an idempotency key, or commits that do, may be repeated. */
  readonly post: <Reply>(
    path: string,
    body: unknown,
    options?: CallOptions & { readonly query?: Query },
  ) => Promise<Reply>;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Calls the API at a base address. */
export function apiCall(base: string, send: Send): ApiCall {
  const urlOf = (path: string, query: Query = {}): URL => {
    const url = new URL(path.replace(/^\//, ''), base.endsWith('/') ? base : `${base}/`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  };
  return {
    get: async (path, query, options = {}) => send(urlOf(path, query), options, true),
    post: async (path, body, { query, headers, signal } = {}) => {
      const keyed = path === '/events' || headers?.['idempotency-key'] !== undefined;
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      };
      const response = await send(urlOf(path, query), init, keyed);
      return (await response.json()) as never; // what a path responds is for its caller to know
    },
  };
}

/** Fills the parameters of a path, such as `{dyad}`. */
export const pathWith = (path: string, parameters: Readonly<Record<string, unknown>> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name])));
