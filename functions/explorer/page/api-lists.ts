import type { ItemOf, ResponseOf } from '#shared/client/api-schema.ts';
import type { MonthlyScore, Page } from './api-types.ts';
import { get, getText, send } from './http.ts';

export type Party = ResponseOf<'/parties/{party}'>;
export type Partner = ItemOf<'/relations'>;
export type Office = ItemOf<'/parties/{party}/offices'>;
export type Visit = ItemOf<'/visits'>;
export type Agreement = ItemOf<'/agreements'>;
export type Sanction = ItemOf<'/sanctions'>;
export type Topic = ItemOf<'/topics'>;
export type Person = ItemOf<'/people'>;
export type Network = ResponseOf<'/contacts/{quarter}'>;
export type Projections = ResponseOf<'/projections'>;
export type Quarantined = ItemOf<'/quarantine'>;
export type Subscription = ItemOf<'/subscriptions'>;
export type SupervisedSubscription = ItemOf<'/supervision/subscriptions'>;
export type ConsumersHealth = ResponseOf<'/health/consumers'>;

/** Whose matters are listed: those of a party, those between two, or all. */
export type Whose = { readonly party?: string; readonly dyad?: string };

const limit = 100;
/** Items of a table that can be searched and sorted as a whole. */
const most = 1000;

/** Requests of lists: of parties, people, topics, matters, and of what operators see. */
export const lists = {
  party: async (party: string) => get<Party>(`/parties/${party}`),
  partners: async (party: string, from: string, to: string, sort: string) =>
    get<Page<Partner>>('/relations', { party, from, to, sort, limit }),
  score: async (dyad: string, from: string, to: string) =>
    get<Page<MonthlyScore>>(`/relations/${dyad}/score`, { from, to, limit: 1000 }),
  offices: async (party: string) => get<Page<Office>>(`/parties/${party}/offices`, { limit }),
  visits: async (party: string) => get<Page<Visit>>('/visits', { party, limit }),
  calendar: async (party: string) => getText('/visits', { party }, 'text/calendar'),
  agreements: async (whose: Whose, cursor?: string) =>
    get<Page<Agreement>>('/agreements', { ...whose, limit: most, cursor }),
  sanctions: async (whose: Whose, cursor?: string) =>
    get<Page<Sanction>>('/sanctions', { ...whose, limit: most, cursor }),
  topics: async (cursor?: string) => get<Page<Topic>>('/topics', { limit, cursor }),
  people: async (name: string) => get<Page<Person>>('/people', { name }),
  person: async (id: string) => get<Person>(`/people/${encodeURIComponent(id)}`),
  network: async (quarter: string) => get<Network>(`/contacts/${quarter}`),
  projections: async () => get<Projections>('/projections'),
  rebuild: async (name: string) => send(`/projections/${name}/rebuild`, { method: 'POST' }),
  promote: async (name: string) => send(`/projections/${name}/promote`, { method: 'POST' }),
  quarantine: async () => get<Page<Quarantined>>('/quarantine', { limit }),
  release: async ({ consumer, item }: Quarantined) =>
    send(`/quarantine/${encodeURIComponent(consumer)}/${encodeURIComponent(item)}/release`, { method: 'POST' }),
  subscriptions: async () => get<Page<Subscription>>('/subscriptions', { limit: most }),
  supervised: async () => get<Page<SupervisedSubscription>>('/supervision/subscriptions', { limit }),
  consumers: async () => get<ConsumersHealth>('/health/consumers'),
};
