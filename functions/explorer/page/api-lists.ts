import type { Dated, MonthlyScore, Page } from './api-types.ts';
import { get, getText, send } from './http.ts';

export interface Party {
  readonly party: string;
  readonly n: number;
  readonly unheld: number;
  readonly years: readonly { readonly year: string | null; readonly n: number }[];
  readonly partners: readonly { readonly party: string; readonly dyad: string; readonly n: number }[];
  readonly lastEvent: { readonly id: string; readonly occurred: string; readonly summary?: string } | null;
}

export interface Partner {
  readonly partner: string;
  readonly dyad: string;
  readonly n: number;
  readonly mean: number | null;
  readonly change: number | null;
}

export interface Office {
  readonly office: string;
  readonly slug: string;
  readonly person?: { readonly id: string; readonly name: string };
  readonly from: string | null;
  readonly to: string | null;
  readonly lastEvent: string;
}

interface EventReference {
  readonly events: readonly { readonly id: string }[];
}

export interface Visit extends EventReference {
  readonly id: string;
  readonly status: string;
  readonly visitors: readonly string[];
  readonly hosts: readonly string[];
  readonly planned: Dated | null;
  readonly actual: Dated | null;
  readonly summary: string | null;
}

export interface Agreement extends EventReference {
  readonly id: string;
  readonly title: string | null;
  readonly status: string;
  readonly parties: readonly { readonly party: string }[];
  readonly enteredIntoForce: Dated | null;
  readonly summary: string | null;
}

export interface Sanction extends EventReference {
  readonly id: string;
  readonly status: string;
  readonly imposedBy: readonly string[];
  readonly imposedOn: readonly string[];
  readonly since: Dated | null;
  readonly summary: string | null;
}

export interface Topic {
  readonly topic: string;
  readonly n: number;
  readonly unheld: number;
  readonly lastMonth: string | null;
}

export interface Person {
  readonly id: string;
  readonly names: readonly { readonly name: string }[];
  readonly offices: readonly { readonly party: string; readonly office: string }[];
  readonly parties: readonly string[];
  readonly events: number;
  readonly lastSeen: string | null;
}

export interface Network {
  readonly nodes: readonly { readonly party: string; readonly contacts: number; readonly pageRank: number }[];
  readonly edges: readonly {
    readonly dyad: string;
    readonly contacts: Readonly<Record<string, number>>;
    readonly strength: number;
  }[];
}

export interface Projections {
  readonly head: number;
  readonly projections: readonly {
    readonly name: string;
    readonly serving: string;
    readonly builds: readonly {
      readonly id: string;
      readonly state: string;
      readonly position: number;
      readonly lag: number;
    }[];
  }[];
}

export interface Quarantined {
  readonly consumer: string;
  readonly item: string;
  readonly reason: string;
  readonly quarantinedAt: string;
}

export interface Subscription {
  readonly id: string;
  readonly url: string;
  readonly state: string;
  readonly lag?: { readonly events: number };
  readonly failures: number;
  readonly lastError?: string;
}

const limit = 100;

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
  agreements: async (party: string) => get<Page<Agreement>>('/agreements', { party, limit }),
  sanctions: async (party: string) => get<Page<Sanction>>('/sanctions', { party, limit }),
  topics: async (cursor?: string) => get<Page<Topic>>('/topics', { limit: 1000, cursor }),
  people: async (name: string) => get<Page<Person>>('/people', { name }),
  person: async (id: string) => get<Person>(`/people/${encodeURIComponent(id)}`),
  network: async (quarter: string) => get<Network>(`/contacts/${quarter}`),
  projections: async () => get<Projections>('/projections'),
  rebuild: async (name: string) => send(`/projections/${name}/rebuild`, { method: 'POST' }),
  promote: async (name: string) => send(`/projections/${name}/promote`, { method: 'POST' }),
  quarantine: async () => get<Page<Quarantined>>('/quarantine', { limit }),
  release: async ({ consumer, item }: Quarantined) =>
    send(`/quarantine/${encodeURIComponent(consumer)}/${encodeURIComponent(item)}/release`, { method: 'POST' }),
  subscriptions: async () => get<Page<Subscription>>('/subscriptions'),
};
