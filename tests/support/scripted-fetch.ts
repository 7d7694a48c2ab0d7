export interface Sent {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

export type ScriptedReply = Response | Error | ((sent: Sent) => Response);

export const jsonReply = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** A `fetch` that gives these replies one after the other (the last one for ever) and keeps what was sent. */
export function scriptedFetch(...replies: readonly ScriptedReply[]) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const request = {
      url: new URL(input instanceof Request ? input.url : input),
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
    };
    sent.push({ ...request, body: await new Response(init.body ?? null).text() });
    const reply = replies[Math.min(sent.length, replies.length) - 1];
    if (reply instanceof Error) throw reply;
    const last = sent.at(-1);
    if (typeof reply === 'function' && last !== undefined) return reply(last);
    if (reply instanceof Response) return reply.clone();
    throw new Error('There is no reply');
  };
  return { fetch, sent };
}
