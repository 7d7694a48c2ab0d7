import type {
  CommitAsHashed,
  EventAsRead,
  HistoryStep,
  MonthlyScore,
  Page,
  RecordedChange,
  Relation,
} from './api-types.ts';
import { get, getText, send } from './http.ts';
import { phasesOf, type PhasesReply } from './phases.ts';

/** What a list of events is filtered by; each as the API takes it. */
export interface EventFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly type?: string | undefined;
  readonly topic?: string | undefined;
  readonly quadClass?: string | undefined;
  readonly modality?: string | undefined;
  readonly minCredibility?: string | undefined;
}

/** Whose knowledge is asked for: what was recorded, or reported, by an instant; without one, that of now. */
export interface Knowledge {
  readonly asOf?: string | undefined;
  readonly knownBy?: 'reported' | undefined;
}

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
  commits: async (stream: string, cursor?: string) => commitsOf(stream, cursor),
};

const commitsMediaType = 'application/vnd.chancery.commits+json';

async function commitsOf(stream: string, cursor: string | undefined): Promise<Page<CommitAsHashed>> {
  const text = await getText(`/streams/${stream}/events`, { cursor, limit: 1000 }, commitsMediaType);
  return JSON.parse(text) as Page<CommitAsHashed>;
}
