import type {
  CommitAsHashed,
  EventAsRead,
  EventFilter,
  HistoryStep,
  Knowledge,
  MonthlyScore,
  Page,
  RecordedChange,
  Relation,
} from './api-types.ts';
import { get, getText, send } from './http.ts';
import { phasesOf, type PhasesReply } from './phases.ts';

interface Paging extends Knowledge {
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

/** Every request of the page to read something, in one place: what changes in the API changes here. */
export const api = {
  relation: async (dyad: string, known: Knowledge = {}, signal?: AbortSignal) =>
    get<Relation>(`/relations/${dyad}`, { ...known }, signal),

  timeline: async (dyad: string, query: EventFilter & Paging, signal?: AbortSignal) =>
    get<Page<EventAsRead>>(`/relations/${dyad}/timeline`, { limit: 500, ...query, include: 'reports' }, signal),

  score: async (dyad: string, query: Knowledge & { from: string; to: string }) =>
    get<Page<MonthlyScore>>(`/relations/${dyad}/score`, { ...query, limit: 1000 }),

  phases: async (dyad: string, known: Knowledge = {}) =>
    phasesOf(await get<PhasesReply>(`/relations/${dyad}/phases`, { ...known })),

  changes: async (query: { dyad?: string; party?: string; after?: string | undefined; limit?: number }) =>
    get<Page<RecordedChange>>('/changes', { limit: 1000, ...query }),

  event: async (id: string, asOf?: string) =>
    get<EventAsRead>(`/events/${encodeURIComponent(id)}`, { view: 'corrected', asOf }),

  history: async (id: string) => get<Page<HistoryStep>>(`/events/${encodeURIComponent(id)}/history`, { limit: 50 }),

  /**
   * Appends an event or correction, and waits until every view has it. A repetition by the browser records nothing
   * twice.
   */
  append: async (stream: string, event: object) =>
    send<{ readonly events: readonly { readonly id: string }[] }>(`/streams/${stream}/events`, {
      method: 'POST',
      body: event,
      headers: { prefer: 'wait=15', 'idempotency-key': crypto.randomUUID() },
    }),

  /** The commits of a stream, as they are hashed. */
  commits: async (stream: string, cursor?: string) => commitsOf(stream, { cursor, limit: 1000 }),

  /** The commit that holds a version of a stream. */
  commitOf: async (stream: string, version: number) => (await commitsOf(stream, { from: version, limit: 1 })).items[0],
};

const commitsMediaType = 'application/vnd.chancery.commits+json';

interface CommitQuery {
  readonly cursor?: string | undefined;
  readonly from?: number;
  readonly limit: number;
}

async function commitsOf(stream: string, query: CommitQuery): Promise<Page<CommitAsHashed>> {
  const text = await getText(`/streams/${stream}/events`, { ...query }, commitsMediaType);
  return JSON.parse(text) as Page<CommitAsHashed>;
}
