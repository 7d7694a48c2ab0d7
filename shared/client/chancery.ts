import createClient, { type Client } from 'openapi-fetch';
import { systemTiming, type Timing } from '#shared/clock.ts';
import {
  type AccessTokens,
  type ClientCredentials,
  credentialsForm,
  givenToken,
  renewedTokens,
  requestToken,
} from './access-tokens.ts';
import { type ApiCall, apiCall, pathWith } from './api-call.ts';
import type {
  AppendReply,
  CommitResult,
  GetPath,
  ItemOf,
  ListPath,
  ParametersOf,
  PhaseChanged,
  PostedCommit,
  PostedEvent,
  RecordedEvent,
  ResponseOf,
} from './api-schema.ts';
import { appendCommits } from './append-commits.ts';
import { feedPages } from './feed-pages.ts';
import { feedQuery, filterOf, type FollowFilter } from './feed-query.ts';
import { follow, type FollowOptions } from './follow.ts';
import { followPhases, type PhaseFilter } from './follow-phases.ts';
import type { paths } from './openapi.d.ts';
import { resilientSend } from './resilient-send.ts';

export { ApiProblem, ApiUnreachable } from './api-problem.ts';
export { NoToken } from './access-tokens.ts';
export { NotSigned, verifyWebhook, type CloudEvent } from './verify-webhook.ts';
export type {
  AppendReply,
  CommitResult,
  EventFilter,
  PhaseChanged,
  PostedCommit,
  PostedEvent,
  RecordedEvent,
} from './api-schema.ts';

export interface ChanceryOptions {
  /** The address of the API, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** The address of the live sockets; absent: followers poll. */
  readonly socketUrl?: string | undefined;
  /** An access token, a source of tokens, or a machine client's credentials; absent: only what needs no token. */
  readonly token?: string | AccessTokens | undefined;
  readonly credentials?: ClientCredentials | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly WebSocket?: typeof globalThis.WebSocket | undefined;
  readonly timing?: Timing | undefined;
}

export interface AppendOptions {
  /** The version that the stream must have; 0: it must not exist yet. */
  readonly expectedVersion?: number;
  /** Makes the append safe to repeat by another call too; absent: one is made for this call. */
  readonly idempotencyKey?: string;
  /** Seconds to wait for the read models. */
  readonly wait?: number;
  readonly correlationId?: string;
}

/**
 * A client of the API. Every call renews its token, repeats what may be repeated, and throws `ApiProblem` when it is
 * refused.
 */
export interface Chancery {
  /** Calls of every operation, typed by the OpenAPI document. */
  readonly api: Client<paths>;
  readonly get: <Path extends GetPath>(path: Path, parameters?: ParametersOf<Path>) => Promise<ResponseOf<Path>>;
  /** Iterates over the items of all pages of a list. */
  readonly list: <Path extends ListPath>(path: Path, parameters?: ParametersOf<Path>) => AsyncGenerator<ItemOf<Path>>;
  /** Appends events to a stream, all or none. */
  readonly append: (
    stream: string,
    events: PostedEvent | readonly PostedEvent[],
    options?: AppendOptions,
  ) => Promise<AppendReply>;
  /** Appends commits, each recorded or refused on its own. */
  readonly appendCommits: (commits: readonly PostedCommit[]) => Promise<readonly CommitResult[]>;
  /** Iterates over the feed up to its end. */
  readonly feed: (filter?: FollowFilter, options?: FollowOptions) => AsyncGenerator<RecordedEvent>;
  /** Follows the feed without gap or double, from now on or after a cursor. */
  readonly follow: (filter?: FollowFilter, options?: FollowOptions) => AsyncGenerator<RecordedEvent>;
  /** Follows the changes of phase of a party, of a dyad or of all, from now on or after a cursor. */
  readonly followPhases: (filter?: PhaseFilter, options?: FollowOptions) => AsyncGenerator<PhaseChanged>;
  /** An access token; `undefined` where the client was made without. */
  readonly accessToken: () => Promise<string | undefined>;
  readonly call: ApiCall;
}

/** Makes a client of the API, for Node and browsers. */
export function chancery(options: ChanceryOptions): Chancery {
  const { url, timing = systemTiming, fetch = globalThis.fetch } = options;
  const tokens = tokensOf(options, fetch, timing);
  const send = resilientSend({ fetch: async (...request) => fetch(...request), tokens, timing });
  const call = apiCall(url, send);
  return {
    call,
    accessToken: async () => tokens?.token(),
    api: createClient<paths>({ baseUrl: url, fetch: async (request) => sendRequest(send, request) }),
    get: async (path, parameters) => jsonOf(await call.get(pathOf(path, parameters), queryOf(parameters))),
    list: (path, parameters) => listItems(call, pathOf(path, parameters), queryOf(parameters)),
    append: async (stream, events, more = {}) =>
      call.post(`/streams/${stream}/events`, events, { headers: appendHeaders(more) }),
    appendCommits: async (commits) => appendCommits({ post: call.post, timing }, commits),
    feed: (filter = {}, more = {}) => feedEvents(call, filter, more),
    follow: (filter = {}, more = {}) =>
      follow({ call, tokens, timing, sockets: socketsOf(options) }, filterOf(filter), more),
    followPhases: (filter = {}, more = {}) => followPhases({ call, timing }, filter, more),
  };
}

function tokensOf(
  { url, token, credentials }: ChanceryOptions,
  fetch: typeof globalThis.fetch,
  timing: Timing,
): AccessTokens | undefined {
  if (typeof token === 'string') return givenToken(token);
  if (token !== undefined) return token;
  if (credentials === undefined) return undefined;
  const { tokenUrl = new URL('/oauth2/token', url) } = credentials;
  return renewedTokens(async () => requestToken(tokenUrl, credentialsForm(credentials), fetch), timing);
}

/** Where and how to open live sockets; `undefined` where there are none, as in Node 20. */
function socketsOf({ socketUrl, WebSocket }: ChanceryOptions) {
  const Socket = WebSocket ?? (globalThis as Partial<typeof globalThis>).WebSocket;
  return socketUrl === undefined || Socket === undefined ? undefined : { url: socketUrl, WebSocket: Socket };
}

/** Sends a request of the typed client; its body is read first, so that it can be sent again. */
async function sendRequest(send: ReturnType<typeof resilientSend>, request: Request): Promise<Response> {
  const { method, headers, signal } = request;
  const body = await request.text();
  const repeatable = method === 'GET' || method === 'DELETE' || headers.has('idempotency-key');
  return send(new URL(request.url), { method, headers, signal, ...(body !== '' && { body }) }, repeatable);
}

type Parameters = { readonly path?: object; readonly query?: object } | undefined;

const pathOf = (path: string, parameters: Parameters): string => pathWith(path, { ...parameters?.path });
const queryOf = (parameters: Parameters): Record<string, string | number | boolean | undefined> => ({
  ...parameters?.query,
});

/** The JSON of a response, which the OpenAPI document describes. */
const jsonOf = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;

async function* listItems<Item>(
  { get }: ApiCall,
  path: string,
  query: Record<string, string | number | boolean | undefined>,
): AsyncGenerator<Item> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const response = await get(path, cursor === undefined ? query : { ...query, cursor });
    const { items, next } = await jsonOf<{ items: Item[]; next: string | null }>(response);
    yield* items;
    cursor = next;
  }
}

async function* feedEvents(call: ApiCall, filter: FollowFilter, { after, onCursor, signal }: FollowOptions) {
  const from = after === 'beginning' ? undefined : after;
  for await (const { items, next } of feedPages(call, {
    query: feedQuery(filterOf(filter)),
    after: from,
    wait: 0,
    signal,
  })) {
    yield* items;
    onCursor?.(next);
  }
}

const appendHeaders = ({
  expectedVersion,
  idempotencyKey,
  wait,
  correlationId,
}: AppendOptions): Record<string, string> => ({
  'idempotency-key': idempotencyKey ?? crypto.randomUUID(),
  ...(expectedVersion !== undefined && { 'if-match': `"${expectedVersion}"` }),
  ...(wait !== undefined && { prefer: `wait=${wait}` }),
  ...(correlationId !== undefined && { 'x-correlation-id': correlationId }),
});
