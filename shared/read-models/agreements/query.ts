import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { Page } from '#shared/page.ts';
import { lifecycleStepsOf } from '#shared/read-models/lifecycles/projection.ts';
import { streamsOf, streamsOfAll, streamsOfBoth } from '#shared/read-models/lifecycles/party-streams.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { type Agreement, agreementOn } from '#shared/domain/lifecycles/agreement.ts';
import type { DyadOnDay } from '#shared/read-models/representation/query.ts';
import type { AgreementStatus } from '#shared/domain/lifecycles/in-force.ts';
import { lifecyclePage } from '#shared/read-models/lifecycles/lifecycle-page.ts';

export interface AgreementsQuery {
  /** A party or a dyad; absent: all agreements. */
  readonly of?: string | undefined;
  /** The day (`YYYY-MM-DD`) on which the agreements stand as they are shown. */
  readonly on: string;
  readonly statuses?: readonly AgreementStatus[] | undefined;
  readonly asOf?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** The statuses in which an agreement is applied: between those who are asked about, or as a whole. */
export const inForceStatuses: readonly AgreementStatus[] = ['in-force', 'presumed-in-force'];

/**
 * All agreements, those of a party, or those between two of their parties, in the order of their streams. Of a dyad,
 * the status is that between the two.
 */
export async function findAgreements(
  store: RowReader,
  { of, on, statuses, asOf, limit, after }: AgreementsQuery,
): Promise<Page<Agreement>> {
  const pair = of === undefined ? undefined : splitPair(of);
  const asked = pair ?? (of === undefined ? [] : [of]);
  return lifecyclePage(store, agreementStreams(store, of, after), {
    limit,
    asOf,
    placeOf: (stream) => stream,
    streamOf: (stream) => stream,
    itemOf: (steps) => {
      const agreement = agreementOn(on, steps, pair);
      if (agreement === undefined || asked.some((party) => !isParty(party, agreement))) return undefined;
      return statuses === undefined || statuses.includes(agreement.status) ? agreement : undefined;
    },
  });
}

function agreementStreams(store: RowReader, of: string | undefined, after: string | undefined) {
  if (of === undefined) return streamsOfAll(store, 'agreement', after);
  const pair = splitPair(of);
  return pair === undefined ? streamsOf(store, 'agreement', of, after) : streamsOfBoth(store, 'agreement', pair, after);
}

const isParty = (code: string, { parties }: Agreement): boolean => parties.some(({ party }) => party === code);

/** The agreements in force between two, presumed ones too, as far as a page holds them. */
export async function agreementsInForce(
  store: RowReader,
  { dyad, on, asOf }: DyadOnDay,
): Promise<readonly Agreement[]> {
  return (await findAgreements(store, { of: dyad, on, asOf, statuses: inForceStatuses, limit: 1000 })).items;
}

/** One agreement as it stood on a day; `undefined`: nothing of it is known to have happened by then. */
export const findAgreement = async (
  store: RowReader,
  { id, on, asOf }: { readonly id: string; readonly on: string; readonly asOf?: string | undefined },
): Promise<Agreement | undefined> => agreementOn(on, await lifecycleStepsOf(store, `agreement/${id}`, asOf));
