import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { Page } from '#shared/page.ts';
import { streamsOf, streamsOfBoth } from '#shared/read-models/lifecycles/party-streams.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import type { DyadOnDay } from '#shared/read-models/representation/query.ts';
import { type Measure, measureOn, type MeasureStatus } from '#shared/domain/lifecycles/measure.ts';
import { lifecyclePage } from '#shared/read-models/lifecycles/lifecycle-page.ts';

export interface MeasuresQuery {
  /** A party or a dyad. */
  readonly of: string;
  /** The day (`YYYY-MM-DD`) on which the measures stand as they are shown. */
  readonly on: string;
  /** Whether the party imposes or is imposed upon; absent: either. Of a dyad, each is one of the two. */
  readonly role?: 'source' | 'target' | undefined;
  readonly statuses?: readonly MeasureStatus[] | undefined;
  readonly asOf?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Sanctions and restrictions of a party, or between two, in the order of their streams. */
export async function findMeasures(
  store: RowReader,
  { of, on, role, statuses, asOf, limit, after }: MeasuresQuery,
): Promise<Page<Measure>> {
  const pair = splitPair(of);
  const streams =
    pair === undefined ? streamsOf(store, 'measure', of, after) : streamsOfBoth(store, 'measure', pair, after);
  const concerned = ({ imposedBy, imposedOn }: Measure): boolean => {
    if (pair !== undefined) return facing(pair, imposedBy, imposedOn) || facing(pair, imposedOn, imposedBy);
    return (role !== 'target' && imposedBy.includes(of)) || (role !== 'source' && imposedOn.includes(of));
  };
  return lifecyclePage(store, streams, {
    limit,
    asOf,
    placeOf: (stream) => stream,
    streamOf: (stream) => stream,
    itemOf: (steps) => {
      const measure = measureOn(on, steps);
      if (measure === undefined || !concerned(measure)) return undefined;
      return statuses === undefined || statuses.includes(measure.status) ? measure : undefined;
    },
  });
}

const facing = ([one, other]: readonly string[], some: readonly string[], others: readonly string[]): boolean =>
  one !== undefined && other !== undefined && some.includes(one) && others.includes(other);

/** The sanctions that one of two has in force on the other, as far as a page holds them. */
export async function sanctionsInForce(store: RowReader, { dyad, on, asOf }: DyadOnDay): Promise<readonly Measure[]> {
  return (await findMeasures(store, { of: dyad, on, asOf, statuses: ['in-force'], limit: 1000 })).items;
}
