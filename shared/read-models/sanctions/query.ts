import { splitPair } from '#shared/domain/parties/dyad.ts';
import { organisationsOf } from '#shared/domain/parties/memberships.ts';
import type { Page } from '#shared/page.ts';
import {
  streamsAmong,
  streamsOf,
  streamsOfAll,
  streamsPartition,
} from '#shared/read-models/lifecycles/party-streams.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import type { DyadOnDay } from '#shared/read-models/representation/query.ts';
import { between, ofParty } from '#shared/domain/lifecycles/concerning.ts';
import { type Measure, measureOn, type MeasureStatus } from '#shared/domain/lifecycles/measure.ts';
import { lifecyclePage } from '#shared/read-models/lifecycles/lifecycle-page.ts';

export interface MeasuresQuery {
  /** A party or a dyad; absent: all measures. */
  readonly of?: string | undefined;
  /** The day (`YYYY-MM-DD`) on which the measures stand as they are shown. */
  readonly on: string;
  /** Whether the party imposes or is imposed upon; absent: either. Of a dyad, each is one of the two. */
  readonly role?: 'source' | 'target' | undefined;
  readonly statuses?: readonly MeasureStatus[] | undefined;
  readonly asOf?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

type Rows = RowReader;
type Pair = readonly [string, string];

/** Each of two with the organisations that it is a member of on a day. */
const sides = (pair: Pair, day: string): (readonly string[])[] =>
  pair.map((party) => [party, ...organisationsOf(party, day)]);

/** The partitions in which the measures between two are named, their organisations' too: at most some twenty. */
export const measurePartitions = (pair: Pair, day: string): string[] =>
  sides(pair, day)
    .flat()
    .map((party) => streamsPartition('measure', party));

/** The measures that may concern two parties, or one of them and an organisation of the other, in order. */
export async function measuresBetween(store: Rows, pair: Pair, day: string, after?: string): Promise<string[]> {
  const held = await withWhole(store, measurePartitions(pair, day));
  return streamsAmong(held, 'measure', sides(pair, day), after);
}

/** All sanctions and restrictions, those of a party, or those between two, in the order of their streams. */
export async function findMeasures(
  store: Rows,
  { of, on, role, statuses, asOf, limit, after }: MeasuresQuery,
): Promise<Page<Measure>> {
  const { streams, concerning } = await measuresAsked(store, { of, on, role, after });
  return lifecyclePage(store, streams, {
    limit,
    asOf,
    placeOf: (stream) => stream,
    streamOf: (stream) => stream,
    itemOf: (steps) => {
      const measure = measureOn(on, steps, concerning);
      if (measure === undefined) return undefined;
      return statuses === undefined || statuses.includes(measure.status) ? measure : undefined;
    },
  });
}

/** The measures that are asked about, in order, and whom of each. */
async function measuresAsked(
  store: Rows,
  { of, on, role, after }: Pick<MeasuresQuery, 'of' | 'on' | 'role' | 'after'>,
) {
  if (of === undefined) return { streams: streamsOfAll(store, 'measure', after), concerning: undefined };
  const pair = splitPair(of);
  return pair === undefined
    ? { streams: streamsOf(store, 'measure', of, after), concerning: ofParty(of, role) }
    : { streams: await measuresBetween(store, pair, on, after), concerning: between(pair, on) };
}

/** The sanctions that one of two has in force on the other, as far as a page holds them. */
export async function sanctionsInForce(store: Rows, { dyad, on, asOf }: DyadOnDay): Promise<readonly Measure[]> {
  return (await findMeasures(store, { of: dyad, on, asOf, statuses: ['in-force'], limit: 1000 })).items;
}
