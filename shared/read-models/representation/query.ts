import { splitPair } from '#shared/domain/parties/dyad.ts';
import { lifecycleStepsOf } from '#shared/read-models/lifecycles/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { type Representation, representationOn } from '#shared/domain/lifecycles/representation.ts';

/** A dyad on a day (`YYYY-MM-DD`), as it is known or was at an instant (UTC). */
export interface DyadOnDay {
  readonly dyad: string;
  readonly on: string;
  readonly asOf?: string | undefined;
}

/** How the two of a dyad are represented in each other: three courses are read, whatever else the two have done. */
export async function findRepresentation(
  store: Pick<ReadModels, 'rows'>,
  { dyad, on, asOf }: DyadOnDay,
): Promise<Representation> {
  const pair = splitPair(dyad);
  if (pair === undefined) throw new Error(`${dyad} is not a dyad`);
  const [first, second] = pair;
  const streams = [`mission/${first}-${second}`, `mission/${second}-${first}`, `relation/${dyad}`] as const;
  const [one, other, relations] = await Promise.all([
    lifecycleStepsOf(store, streams[0], asOf),
    lifecycleStepsOf(store, streams[1], asOf),
    lifecycleStepsOf(store, streams[2], asOf),
  ]);
  return representationOn(on, pair, { missions: [one, other], relations });
}
