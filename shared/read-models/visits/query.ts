import { splitPair } from '#shared/domain/parties/dyad.ts';
import { knownBetween } from '#shared/projections/engine/day-index.ts';
import type { Page } from '#shared/page.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { visitDays } from './projection.ts';
import { lifecyclePage } from '#shared/read-models/lifecycles/lifecycle-page.ts';
import { type Visit, visitOn, type VisitStatus } from '#shared/domain/lifecycles/visit.ts';

export interface VisitsQuery {
  /** A party or a dyad. */
  readonly of: string;
  /** The day (`YYYY-MM-DD`) on which the visits stand as they are shown: usually today. */
  readonly on: string;
  /** A visit shows when any of its days may lie between these, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly statuses?: readonly VisitStatus[] | undefined;
  readonly asOf?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/**
 * Visits of a party, or between two, by their days. Each is listed once: by the event that says when it is. What is
 * read follows the range of days, not the number of visits before it.
 */
export async function findVisits(store: RowReader, query: VisitsQuery): Promise<Page<Visit>> {
  const { of, on, from, to, statuses, asOf, limit, after } = query;
  const pageSize = Math.min(limit + 20, 1000);
  const parties = splitPair(of) ?? [of];
  const partition = parties[0] ?? of;
  const days = knownBetween(store, visitDays, { partition, from, to, asOf, after, order: 'ascending', pageSize });
  return lifecyclePage(store, days, {
    limit,
    asOf,
    placeOf: ({ place }) => place,
    streamOf: ({ entry }) =>
      entry !== null && overlaps(entry, { from, to }) && parties.every((party) => entry.parties.includes(party))
        ? entry.stream
        : undefined,
    itemOf: (steps, { entry }) => {
      const visit = visitOn(on, steps);
      if (visit === undefined || visit.listedBy !== entry?.id) return undefined;
      return statuses === undefined || statuses.includes(visit.status) ? visit : undefined;
    },
  });
}

interface Days {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Open or unknown ends reach as far as can be. */
const overlaps = (days: Days, range: Days): boolean =>
  (days.from ?? '') <= (range.to ?? '~') && (range.from ?? '') <= (days.to ?? '~');
