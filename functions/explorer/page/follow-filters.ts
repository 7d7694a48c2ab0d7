import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import { maxQueryLength, maxQueryWords } from '#shared/domain/search/query-limits.ts';
import { maxValues } from '#shared/subscriptions/filter/max-values.ts';
import type { EventFilter } from '#shared/client/api-schema.ts';
import type { EventAsRead } from './api-types.ts';

const some = (values: readonly string[]): string[] => [...new Set(values)].slice(0, maxValues);

/** The filters that subscriptions take for what a view shows. */
export const followFilters = {
  relation: (dyad: string): EventFilter => ({ dyads: [dyad] }),
  party: (party: string): EventFilter => ({ parties: { any: [party] } }),
  topic: (topic: string): EventFilter => ({ topics: [topic] }),

  /** Filters know no people: the name is looked for as it is written, in the texts and among the participants. */
  person: (name: string): EventFilter => {
    const written = name.replaceAll('"', ' ').split(/\s+/).filter(Boolean).slice(0, maxQueryWords).join(' ');
    return { q: `"${written.slice(0, maxQueryLength - 2)}"` };
  },

  /** The relations of an event and its topics: its own corrections, and what goes on between the same parties. */
  event: ({ participants = [], bearsOn, topics = [] }: EventAsRead): EventFilter => {
    const dyads = some(dyadsConcerned({ participants, bearsOn }));
    return {
      ...(dyads.length > 0 ? { dyads } : { parties: { any: some(participants.map(({ party }) => party)) } }),
      ...(topics.length > 0 && { topics: some(topics) }),
    };
  },
};
