import { splitPair } from '#shared/domain/parties/dyad.ts';
import { membershipSteps } from '#shared/domain/lifecycles/membership-steps.ts';
import { listedOrganisations, organisationsOf } from '#shared/domain/parties/memberships.ts';
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
import { between, ofParty, type Side } from '#shared/domain/lifecycles/concerning.ts';
import { type Measure, measureOn, type MeasureStatus } from '#shared/domain/lifecycles/measure.ts';
import { membershipEventsOf, membershipPartitions } from '#shared/read-models/lifecycles/projection.ts';
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

interface Known {
  /** The day (`YYYY-MM-DD`) on which organisations have members. */
  readonly on: string;
  readonly asOf?: string | undefined;
}

/** The organisations of a party that are read besides those of the code list: those that it joined last. */
export const mostOthers = 20;

/**
 * The partitions in which the memberships of two are recorded, and in which measures of theirs and of the organisations
 * of the code list are named: at most some twenty.
 */
export const measurePartitions = (pair: Pair, asOf: string | undefined): string[] => [
  ...pair.flatMap((party) => membershipPartitions(party, asOf)),
  ...[...pair, ...listedOrganisations].map((party) => streamsPartition('measure', party)),
];

const isListed = (organisation: string): boolean => listedOrganisations.includes(organisation);

/** Each of two with the organisations that it is a member of on a day, as listed and as recorded. */
async function sidesOf(store: Rows, pair: Pair, { on, asOf }: Known): Promise<readonly [Side, Side]> {
  const sideOf = async (party: string): Promise<Side> => {
    const recorded = membershipSteps(party, await membershipEventsOf(store, party, asOf));
    const all = organisationsOf(party, on, recorded);
    const [listed, others] = [all.filter(isListed), all.filter((one) => !isListed(one))];
    return { party, organisations: [...listed, ...others.slice(-mostOthers)] };
  };
  return Promise.all([sideOf(pair[0]), sideOf(pair[1])]);
}

/**
 * Reads the measures that may concern two parties, or one of them and an organisation of the other, in order, with
 * both: in one call, and another where a record names organisations that are not listed.
 */
export async function measuresBetween(
  store: Rows,
  pair: Pair,
  { on, asOf, after }: Known & Pick<MeasuresQuery, 'after'>,
) {
  const held = await withWhole(store, measurePartitions(pair, asOf));
  const sides = await sidesOf(held, pair, { on, asOf });
  const named = sides.map(({ party, organisations }) => [party, ...organisations]);
  const all = await withWhole(
    held,
    named.flat().map((party) => streamsPartition('measure', party)),
  );
  return { streams: await streamsAmong(all, 'measure', named, after), sides };
}

/** All sanctions and restrictions, those of a party, or those between two, in the order of their streams. */
export async function findMeasures(
  store: Rows,
  { of, on, role, statuses, asOf, limit, after }: MeasuresQuery,
): Promise<Page<Measure>> {
  const { streams, concerning } = await measuresAsked(store, { of, on, role, asOf, after });
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
  { of, on, role, asOf, after }: Pick<MeasuresQuery, 'of' | 'on' | 'role' | 'asOf' | 'after'>,
) {
  if (of === undefined) return { streams: streamsOfAll(store, 'measure', after), concerning: undefined };
  const pair = splitPair(of);
  if (pair === undefined) return { streams: streamsOf(store, 'measure', of, after), concerning: ofParty(of, role) };
  const { streams, sides } = await measuresBetween(store, pair, { on, asOf, after });
  return { streams, concerning: between(...sides) };
}

/** The sanctions that one of two has in force on the other, as far as a page holds them. */
export async function sanctionsInForce(store: Rows, { dyad, on, asOf }: DyadOnDay): Promise<readonly Measure[]> {
  return (await findMeasures(store, { of: dyad, on, asOf, statuses: ['in-force'], limit: 1000 })).items;
}
