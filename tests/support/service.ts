import { invocation } from './as-deployed.ts';
import { v7 } from 'uuid';
import { appendCommits } from '#functions/append-commits/append-commits.ts';
import { appendEvents } from '#functions/append-events/append-events.ts';
import { readDossier } from '#functions/read-dossier/read-dossier.ts';
import { readParty } from '#functions/read-party/read-party.ts';
import { listOffices } from '#functions/list-offices/list-offices.ts';
import { listTopics } from '#functions/list-topics/list-topics.ts';
import { readTrend } from '#functions/read-trend/read-trend.ts';
import { readContacts } from '#functions/read-contacts/read-contacts.ts';
import { readChanges } from '#functions/read-changes/read-changes.ts';
import { readRelation } from '#functions/read-relation/read-relation.ts';
import { rankPartners } from '#functions/rank-partners/rank-partners.ts';
import { readPhases } from '#functions/read-phases/read-phases.ts';
import { readScore } from '#functions/read-score/read-score.ts';
import { findPeople } from '#functions/find-people/find-people.ts';
import { readEvent } from '#functions/read-event/read-event.ts';
import { readFeed } from '#functions/read-feed/read-feed.ts';
import { readHistory } from '#functions/read-history/read-history.ts';
import { readPerson } from '#functions/read-person/read-person.ts';
import { readStream } from '#functions/read-stream/read-stream.ts';
import { readTimeline } from '#functions/read-timeline/read-timeline.ts';
import { reportHealth } from '#functions/report-health/report-health.ts';
import { consumeFeed } from '#shared/feed/consume-feed.ts';
import { sweep } from '#shared/feed/sequence.ts';
import { signedCursors } from '#shared/cursor.ts';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { appender } from '#shared/ledger/append.ts';
import { latestIn } from '#shared/ledger/latest-events.ts';
import { catchUpIn } from '#shared/projections/engine/catch-up.ts';
import { servingNow } from '#shared/projections/generations/generation-registry.ts';
import { findDuplicates } from '#shared/read-models/duplicates/query.ts';
import { publisher } from '#shared/subscriptions/event-bus/publish.ts';
import { matcher } from '#shared/subscriptions/webhooks/match.ts';
import { type Given, request } from './requests.ts';
import { socketMatcherName } from '#shared/subscriptions/sockets/push.ts';
import { inMemoryStores } from './in-memory-stores.ts';
import { inMemorySubscriptions } from './in-memory-subscriptions.ts';
import { projectFeed } from './projecting.ts';

type Handler = (event: HttpRequest, context: ReturnType<typeof invocation>) => Promise<HttpReply>;

/** What a function answered, its body read as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Calls a function as API Gateway does. */
export const invoke = async (handler: Handler, given: Given): Promise<HttpReply> =>
  handler(request(given), invocation());

/** Calls a function that answers with JSON, or with nothing. */
export async function call(handler: Handler, given: Given): Promise<Answer> {
  const { statusCode, headers, body } = await invoke(handler, given);
  return { status: statusCode, headers, body: body === '' ? {} : JSON.parse(body) };
}

/** The service's functions over stores in memory, and what keeps its read models up to date. */
export function service(stores = inMemoryStores(), now = () => new Date()) {
  const cursors = signedCursors('key');
  const querying = { ...stores, cursors, serving: servingNow(stores.registry) };
  const subscriptions = inMemorySubscriptions();
  const matching = matcher({ index: subscriptions, ledger: stores.ledger, wake: async () => undefined, now });
  const append = appender({ ledger: stores.ledger, now, newId: v7 });
  const appending = {
    append,
    catchUp: catchUpIn(querying),
    findDuplicates: findDuplicates(querying),
    readLatest: latestIn(stores.ledger),
    cursors,
  };
  const ofStream = (stream: string) => {
    const [category = '', id = ''] = stream.split('/');
    return { path: `/streams/${stream}/events`, parameters: { category, id } };
  };
  return {
    stores,
    querying,
    appending,
    subscriptions,
    append,
    post: async (stream: string, body: unknown, headers: Record<string, string> = {}, subject = 'analyst') =>
      call(appendEvents(appending), { method: 'POST', ...ofStream(stream), body, headers, subject }),
    /** Posts an event that may be recorded already: its reports are then attached to the other. */
    attach: async (stream: string, body: unknown, headers: Record<string, string> = {}) =>
      call(appendEvents(appending), { method: 'POST', ...ofStream(stream), query: { onDuplicate: 'attach' }, body, headers, subject: 'analyst' }), // prettier-ignore
    postCommits: async (body: unknown, headers: Record<string, string> = {}) =>
      call(appendCommits(appending), { method: 'POST', path: '/events', body, headers, subject: 'analyst' }),
    stream: async (stream: string, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      call(readStream(stores.ledger, querying), { ...ofStream(stream), query, headers }),
    event: async (eventId: string, query: Record<string, string> = {}) =>
      call(readEvent(stores.ledger, querying), { path: `/events/${eventId}`, parameters: { eventId }, query }),
    history: async (eventId: string, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      call(readHistory(stores.ledger, querying), {
        path: `/events/${eventId}/history`,
        parameters: { eventId },
        query,
        headers,
      }),
    feed: async (query: Record<string, string> = {}, headers: Record<string, string> = {}, feed = stores.feed) =>
      call(readFeed(feed, stores.ledger, cursors), { path: '/events', query, headers }),
    timeline: async (dyad: string, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      call(readTimeline(querying), {
        headers,
        path: `/relations/${dyad}/timeline`,
        parameters: { dyad },
        query,
      }),
    relation: async (dyad: string, query: Record<string, string> = {}) =>
      call(readRelation(querying, now), { path: `/relations/${dyad}`, parameters: { dyad }, query }),
    party: async (party: string, query: Record<string, string> = {}) =>
      call(readParty(querying), { path: `/parties/${party}`, parameters: { party }, query }),
    dossier: async (path: string, parameters: Record<string, string>, query: Record<string, string> = {}) =>
      call(readDossier(querying), { path, parameters, query }),
    offices: async (party: string, query: Record<string, string> = {}) =>
      call(listOffices(querying), { path: `/parties/${party}/offices`, parameters: { party }, query }),
    topics: async (query: Record<string, string> = {}) => call(listTopics(querying), { path: '/topics', query }),
    trend: async (topic: string, query: Record<string, string> = {}) =>
      call(readTrend(querying), { path: `/topics/${topic}/trend`, parameters: { topic }, query }),
    contacts: async (quarter: string, query: Record<string, string> = {}) =>
      call(readContacts(querying), { path: `/contacts/${quarter}`, parameters: { quarter }, query }),
    changes: async (query: Record<string, string> = {}) => call(readChanges(querying), { path: '/changes', query }),
    score: async (dyad: string, query: Record<string, string> = {}) =>
      call(readScore(querying, now), { path: `/relations/${dyad}/score`, parameters: { dyad }, query }),
    phases: async (dyad: string, query: Record<string, string> = {}) =>
      call(readPhases(querying, now), { path: `/relations/${dyad}/phases`, parameters: { dyad }, query }),
    partners: async (query: Record<string, string>) => call(rankPartners(querying, now), { path: '/relations', query }),
    people: async (query: Record<string, string>) => call(findPeople(querying), { path: '/people', query }),
    person: async (personId: string, query: Record<string, string> = {}) =>
      call(readPerson(querying), { path: `/people/${personId}`, parameters: { personId }, query }),
    health: async () => call(reportHealth(stores), { path: '/health' }),
    /** Sequences all commits, and brings every consumer of the feed to its end. */
    catchUp: async () => {
      await sweep(stores, 1);
      await projectFeed(stores);
      await consumeFeed(publisher({ put: async () => [] }, stores.ledger), stores);
      await consumeFeed(matching, stores);
      await consumeFeed({ name: socketMatcherName, handle: async () => undefined }, stores);
    },
  };
}

/** The query of the next page, out of an answer's `Link`. */
export function nextQuery({ headers }: Answer): Record<string, string> | undefined {
  const [, target] = /^<([^>]*)>; rel="next"$/.exec(headers.Link ?? '') ?? [];
  return target === undefined ? undefined : Object.fromEntries(new URL(target, 'http://chancery').searchParams);
}
