import { invocation } from './as-deployed.ts';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { v7 } from 'uuid';
import { append } from '#functions/append/append.ts';
import { assets } from '#functions/describe-api/assets.ts';
import { describeApi } from '#functions/describe-api/describe-api.ts';
import { manageSubscriptions } from '#functions/manage-subscriptions/manage-subscriptions.ts';
import { operate } from '#functions/operate/operate.ts';
import { query } from '#functions/query/query.ts';
import { readFeed } from '#functions/read-feed/read-feed.ts';
import type { HttpReply } from '#shared/api/protocol/http-request.ts';
import type { HttpFunctionName } from '#shared/api/routes.ts';
import { systemTiming } from '#shared/clock.ts';
import { signedCursors } from '#shared/cursor.ts';
import { lazily } from '#shared/domain/lazily.ts';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { appender } from '#shared/ledger/append.ts';
import { latestIn } from '#shared/ledger/latest-events.ts';
import { catchUpIn } from '#shared/projections/engine/catch-up.ts';
import { servingNow } from '#shared/projections/generations/generation-registry.ts';
import { findDuplicates } from '#shared/read-models/duplicates/query.ts';
import { publisher } from '#shared/subscriptions/event-bus/publish.ts';
import type { BusEntry, EventBus } from '#shared/subscriptions/event-bus/event-bus.ts';
import { phaseAnnouncer } from '#shared/subscriptions/phases/announce-phases.ts';
import { socketMatcherName } from '#shared/subscriptions/sockets/push.ts';
import { matcher } from '#shared/subscriptions/webhooks/match.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import { inMemoryStores } from './in-memory-stores.ts';
import { inMemorySubscriptions } from './in-memory-subscriptions.ts';
import { projectFeed } from './projecting.ts';
import { clients } from './recorder.ts';
import { type Given, request } from './requests.ts';
import { routeOf } from './route-of.ts';

type Texts = Readonly<Record<string, string>>;
type Handler = (event: APIGatewayProxyEventV2, context: ReturnType<typeof invocation>) => Promise<HttpReply>;

/** The reply of a function, its body read as JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: Texts;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The documents of the API, made once as for a bundle. */
const documents = lazily(assets);

/** Calls a function as API Gateway does. */
export const invoke = async (handler: Handler, given: Given): Promise<HttpReply> =>
  handler(request(given), invocation());

/** Calls a function that replies with JSON, or with nothing. */
export const call = async (handler: Handler, given: Given): Promise<Reply> => read(await invoke(handler, given));

const read = ({ statusCode, headers, body }: HttpReply): Reply => ({
  status: statusCode,
  headers,
  body: body === '' ? {} : JSON.parse(body),
});

/** The six functions of the HTTP API over stores in memory, and the consumers that keep the read models up to date. */
export function service(stores = inMemoryStores(), now = () => new Date(), newId: () => string = v7) {
  const cursors = signedCursors(() => ['key']);
  const querying = { ...stores, cursors, serving: servingNow(stores.registry), now };
  const subscriptions = inMemorySubscriptions();
  const matching = matcher({ index: subscriptions, ledger: stores.ledger, trigger: async () => undefined, now });
  const announced: BusEntry[] = [];
  const bus: EventBus = {
    put: async (entries) => {
      announced.push(...entries);
      return [];
    },
  };
  /** The announcer of changes of phase, as an invocation makes it. */
  const announcer = async () => phaseAnnouncer({ ...stores, bus, serving: await querying.serving(), now });
  const appending = {
    append: appender({ ledger: stores.ledger, now, newId }),
    catchUp: catchUpIn(querying),
    findDuplicates: findDuplicates(querying),
    readLatest: latestIn(stores.ledger),
    cursors,
    clients,
    logWarning: () => undefined,
    reportFailure: () => undefined,
  };
  const subscribing = {
    ...stores,
    subscriptions,
    cursors,
    sealing: sealingWith(() => ['key']),
    trigger: async () => undefined,
    loopback: 'refused' as const,
    hosts: 'any' as const,
    post: async () => ({ status: 204, body: '' }),
    now,
    newId,
  };
  const readAsset = async (name: string) => Buffer.from(documents()[name] ?? `the file ${name}`);
  const functions: Readonly<Record<HttpFunctionName, Handler>> = {
    append: append(appending),
    query: query(querying),
    'read-feed': readFeed({ ...stores, cursors, timing: systemTiming }),
    'manage-subscriptions': manageSubscriptions(subscribing),
    operate: operate({ ...stores, cursors }),
    'describe-api': describeApi({ ...stores, readAsset }),
  };
  /** Sends a request to the function of its route, as an analyst. */
  const send = async (given: Given & { readonly path: string }): Promise<HttpReply> => {
    const { route } = routeOf(given.method ?? 'GET', given.path);
    return invoke(functions[route?.function ?? 'describe-api'], { subject: 'analyst', ...given });
  };
  const get = async (path: string, asked: Texts = {}, headers: Texts = {}): Promise<Reply> =>
    read(await send({ path, query: asked, headers }));
  const post = async (path: string, body: unknown, more: Omit<Given, 'body'> = {}): Promise<Reply> =>
    read(await send({ method: 'POST', path, body, ...more }));
  return {
    stores,
    querying,
    appending,
    subscribing,
    subscriptions,
    functions,
    append: appending.append,
    announcer,
    /** What was put on the bus of changes of phase. */
    announced,
    send,
    get,
    /** A list as CSV. */
    getAs: async (accept: string, path: string, asked: Texts = {}) => send({ path, query: asked, headers: { accept } }),
    post: async (stream: string, body: unknown, headers: Texts = {}, subject = 'analyst') =>
      post(`/streams/${stream}/events`, body, { headers, subject }),
    /** Posts an event that may be recorded already: its reports are then attached to the other. */
    attach: async (stream: string, body: unknown, headers: Texts = {}) =>
      post(`/streams/${stream}/events`, body, { query: { onDuplicate: 'attach' }, headers }),
    postCommits: async (body: unknown, headers: Texts = {}) => post('/events', body, { headers }),
    stream: async (stream: string, asked?: Texts, headers?: Texts) => get(`/streams/${stream}/events`, asked, headers),
    event: async (id: string, asked?: Texts) => get(`/events/${id}`, asked),
    history: async (id: string, asked?: Texts, headers?: Texts) => get(`/events/${id}/history`, asked, headers),
    feed: async (asked: Texts = {}, headers: Texts = {}, feed = stores.feed) =>
      call(readFeed({ ...stores, feed, cursors, timing: systemTiming }), { path: '/events', query: asked, headers }),
    timeline: async (dyad: string, asked?: Texts, headers?: Texts) =>
      get(`/relations/${dyad}/timeline`, asked, headers),
    relation: async (dyad: string, asked?: Texts) => get(`/relations/${dyad}`, asked),
    party: async (party: string, asked?: Texts) => get(`/parties/${party}`, asked),
    /** The events of a person, a topic, an office or a party. */
    dossier: async ({ party, office, personId, topic }: Texts, asked?: Texts) => {
      const ofOffice = office === undefined ? '' : `/offices/${encodeURIComponent(office)}`;
      const subject = personId === undefined ? `topics/${encodeURIComponent(topic ?? '')}` : `people/${personId}`;
      return get(`/${party === undefined ? subject : `parties/${party}${ofOffice}`}/events`, asked);
    },
    offices: async (party: string, asked?: Texts) => get(`/parties/${party}/offices`, asked),
    topics: async (asked?: Texts) => get('/topics', asked),
    trend: async (topic: string, asked?: Texts) => get(`/topics/${topic}/trend`, asked),
    contacts: async (quarter: string, asked?: Texts) => get(`/contacts/${quarter}`, asked),
    changes: async (asked?: Texts) => get('/changes', asked),
    score: async (dyad: string, asked?: Texts) => get(`/relations/${dyad}/score`, asked),
    phases: async (dyad: string, asked?: Texts) => get(`/relations/${dyad}/phases`, asked),
    tempo: async (dyad: string, asked?: Texts) => get(`/relations/${dyad}/tempo`, asked),
    compare: async (dyads: string, asked: Texts = {}) => get('/relations/compare', { dyads, ...asked }),
    partners: async (asked: Texts) => get('/relations', asked),
    people: async (asked: Texts) => get('/people', asked),
    person: async (id: string, asked?: Texts) => get(`/people/${id}`, asked),
    health: async () => get('/health/consumers'),
    /** Sequences all commits, and brings every consumer of the feed to its end. */
    catchUp: async () => {
      await sweep(stores, 1);
      await projectFeed(stores);
      await consumeFeed(publisher({ put: async () => [] }, stores.ledger), stores);
      await consumeFeed(await announcer(), stores);
      await consumeFeed(matching, stores);
      await consumeFeed({ name: socketMatcherName, handle: async () => undefined }, stores);
    },
  };
}

/** The query of the next page, out of the `Link` of a reply. */
export function nextQuery({ headers }: Reply): Record<string, string> | undefined {
  const [, target] = /^<([^>]*)>; rel="next"$/.exec(headers.Link ?? '') ?? [];
  return target === undefined ? undefined : Object.fromEntries(new URL(target, 'http://chancery').searchParams);
}
