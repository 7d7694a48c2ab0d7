import type {
  CommitAsHashed,
  EventAsRead,
  HistoryStep,
  MonthlyScore,
  Page,
  Phase,
  RecordedChange,
  Relation,
} from './api-types.ts';
import { get, getText } from './http.ts';

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

interface Paging {
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

/** Every request of the page to read something, in one place: what changes in the API changes here. */
export const api = {
  relation: async (dyad: string, asOf?: string, signal?: AbortSignal) =>
    get<Relation>(`/relations/${dyad}`, { asOf }, signal),

  timeline: async (dyad: string, query: EventFilter & Paging, signal?: AbortSignal) =>
    get<Page<EventAsRead>>(`/relations/${dyad}/timeline`, { limit: 500, ...query, include: 'reports' }, signal),

  score: async (dyad: string, { from, to, asOf }: { from: string; to: string; asOf?: string | undefined }) =>
    get<Page<MonthlyScore>>(`/relations/${dyad}/score`, { from, to, asOf, limit: 1000 }),

  phases: async (dyad: string, { from, to, asOf }: { from: string; to: string; asOf?: string | undefined }) =>
    get<Page<Phase>>(`/relations/${dyad}/phases`, { from, to, asOf, limit: 1000 }),

  changes: async (query: { dyad?: string; party?: string; after?: string | undefined; limit?: number }) =>
    get<Page<RecordedChange>>('/changes', { limit: 1000, ...query }),

  event: async (id: string, asOf?: string) =>
    get<EventAsRead>(`/events/${encodeURIComponent(id)}`, { view: 'corrected', asOf }),

  history: async (id: string) => get<Page<HistoryStep>>(`/events/${encodeURIComponent(id)}/history`, { limit: 50 }),

  /** The commits of a stream, as they are hashed. */
  commits: async (stream: string, cursor?: string) => commitsOf(stream, cursor),
};

const commitsMediaType = 'application/vnd.chancery.commits+json';

async function commitsOf(stream: string, cursor: string | undefined): Promise<Page<CommitAsHashed>> {
  const text = await getText(`/streams/${stream}/events`, { cursor, limit: 1000 }, commitsMediaType);
  return JSON.parse(text) as Page<CommitAsHashed>;
}
