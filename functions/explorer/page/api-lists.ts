import type {
  Agreement,
  ConsumersHealth,
  EventAsRead,
  Network,
  Office,
  Page,
  Partner,
  Party,
  Person,
  Projections,
  Quarantined,
  Sanction,
  Subscription,
  SupervisedSubscription,
  Topic,
  Visit,
  Whose,
} from './api-types.ts';
import { get, getText, send } from './http.ts';

const limit = 100;
/** Events of a list that is read from its beginning. */
const newest = 20;
/** Partners of a party that the API counts at most. */
const mostPartners = 300;
/** Items of a table that can be searched and sorted as a whole. */
const most = 1000;

/** Requests of lists: of parties, people, topics, matters, and of what operators see. */
export const lists = {
  party: async (party: string) => get<Party>(`/parties/${party}`, { partners: mostPartners, include: 'state' }),
  eventsOfParty: async (party: string, query: { type?: string; cursor?: string | undefined; limit?: number } = {}) =>
    get<Page<EventAsRead>>(`/parties/${party}/events`, { limit: newest, ...query }),
  partners: async (party: string, from: string, to: string) =>
    get<Page<Partner>>('/relations', { party, from, to, limit, include: 'trend' }),
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
  eventsOfPerson: async (id: string, cursor?: string) =>
    get<Page<EventAsRead>>(`/people/${encodeURIComponent(id)}/events`, { limit: newest, cursor }),
  eventsOfTopic: async (topic: string, cursor?: string) =>
    get<Page<EventAsRead>>(`/topics/${encodeURIComponent(topic)}/events`, { limit: newest, cursor }),
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
