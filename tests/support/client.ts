import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';

/** A reply as tests compare it: header names in lower case, the body parsed when it is JSON. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export interface Client {
  readonly get: <Body = unknown>(path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer<Body>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly post: <Body = unknown>(
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer<Body>>;
  readonly send: <Body = unknown>(path: string, init: RequestInit) => Promise<Answer<Body>>;
}

/** Calls the API at a URL with a token, or without one. Redirects are answers too: none is followed. */
export function clientOf(url: string, token?: string): Client {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };

  async function send<Body>(path: string, init: RequestInit): Promise<Answer<Body>> {
    const headers = { ...authorization, ...Object.fromEntries(new Headers(init.headers)) };
    const reply = await fetch(new URL(path, url), { redirect: 'manual', ...init, headers });
    const text = await reply.text();
    const json = /json/.test(reply.headers.get('content-type') ?? '') && text !== '';
    const body = (json ? JSON.parse(text) : text) as Body; // what an endpoint answers is for its caller to know
    return { status: reply.status, headers: Object.fromEntries(reply.headers), body };
  }
  return {
    send,
    get: async (path, headers = {}) => send(path, { headers }),
    post: async (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

/** The target of the `Link` to the next page; `undefined` when there is none. */
export const nextPage = ({ headers }: Answer<unknown>): string | undefined =>
  /^<([^>]+)>; rel="next"$/.exec(headers['link'] ?? '')?.[1];

/** Every event of a list, by following its links. */
export async function allPages(client: Client, path: string): Promise<{ items: RecordedEvent[]; pages: number }> {
  const items: RecordedEvent[] = [];
  let pages = 0;
  for (let at: string | undefined = path; at !== undefined; pages += 1) {
    const page: Answer<{ items: RecordedEvent[] }> = await client.get(at);
    if (page.status !== 200) throw new Error(`GET ${at}: ${page.status} ${JSON.stringify(page.body)}`);
    items.push(...page.body.items);
    at = page.body.items.length === 0 ? undefined : nextPage(page);
  }
  return { items, pages };
}
