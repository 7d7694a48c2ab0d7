import { currentToken, signOut } from './session.ts';

/** One part of a request that is not valid. */
export interface Violation {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: string;
}

interface ProblemDocument {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly rule?: string;
  readonly errors?: readonly Violation[];
}

/** A refusal of the API (RFC 9457), or status 0 when nothing responded. */
export class Problem extends Error {
  readonly status: number;
  /** The last part of its type, such as `rule-violated`. */
  readonly kind: string;
  readonly rule: string | undefined;
  readonly errors: readonly Violation[];

  constructor({ type = '', title = '', status = 0, detail, rule, errors = [] }: ProblemDocument) {
    super(detail ?? title);
    this.status = status;
    this.kind = type.replace('urn:chancery:problem:', '');
    this.rule = rule;
    this.errors = errors;
  }
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** The path of a request with the parameters that have a value. */
export function withQuery(path: string, query: Query): string {
  const set = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set).toString()}`;
}

/** Calls the API at the page's own origin; throws a `Problem`. */
async function call(path: string, init: RequestInit): Promise<Response> {
  const token = currentToken();
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({ title: 'The server cannot be reached', status: 0 });
  }
  if (response.ok) return response;
  if (response.status === 401) signOut();
  const document = (await response.json().catch(() => ({}))) as ProblemDocument;
  throw new Problem({ title: response.statusText, ...document, status: response.status });
}

/** Reads JSON. */
export async function get<Value>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Value> {
  const response = await call(withQuery(path, query), {
    headers: { accept: 'application/json' },
    ...(signal && { signal }),
  });
  return (await response.json()) as Value;
}

/** Reads another representation as text. */
export async function getText(path: string, query: Query, accept: string): Promise<string> {
  return (await call(withQuery(path, query), { headers: { accept } })).text();
}

interface Sending {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends JSON, and reads what comes back. */
export async function send<Value>(path: string, { method, body, headers = {} }: Sending): Promise<Value> {
  const response = await call(path, {
    method,
    headers: {
      accept: 'application/json',
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Value;
}
