import type { EventFilter } from './api-schema.ts';

/** A filter of events with its parties as a plain list, too: any of them. */
export type FollowFilter = Omit<EventFilter, 'parties' | 'kinds'> & {
  readonly parties?: readonly string[] | EventFilter['parties'];
};

/** A filter as sockets and webhooks take it. */
export function filterOf({ parties, ...rest }: FollowFilter): EventFilter {
  if (parties === undefined) return rest;
  return { ...rest, parties: 'any' in parties || 'all' in parties ? parties : { any: [...(parties as string[])] } };
}

/** A filter as the query of `GET /events` takes it. */
export function feedQuery(filter: EventFilter): Record<string, string | number | undefined> {
  const { parties, minCredibility, modality, q, ...lists } = filter;
  const joined = (values?: readonly string[]) => values?.join(',');
  return {
    ...Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, joined(values)])),
    parties: joined(parties?.any),
    partiesAll: joined(parties?.all),
    modality: joined(modality),
    minCredibility,
    q,
  };
}
