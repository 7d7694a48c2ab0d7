import { splitPair } from '#shared/domain/parties/dyad.ts';
import { lifecyclePartitions, lifecycleStepsOf } from '#shared/read-models/lifecycles/projection.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { type Representation, representationOn } from '#shared/domain/lifecycles/representation.ts';

/** A dyad on a day (`YYYY-MM-DD`), as it is known or was at an instant (UTC). */
export interface DyadOnDay {
  readonly dyad: string;
  readonly on: string;
  readonly asOf?: string | undefined;
}

/** The missions of each of two in the other, in the order of their dyad, and their relation. */
const streamsOfPair = ([first, second]: readonly [string, string]) =>
  [`mission/${first}-${second}`, `mission/${second}-${first}`, `relation/${first}-${second}`] as const;

/** The partitions that a representation is read from. */
export const representationPartitions = (pair: readonly [string, string], asOf: string | undefined): string[] =>
  streamsOfPair(pair).flatMap((stream) => lifecyclePartitions(stream, asOf));

/**
 * How the two of a dyad are represented in each other: three lifecycles are read in one call, whatever else the two
 * have done.
 */
export async function findRepresentation(store: RowReader, { dyad, on, asOf }: DyadOnDay): Promise<Representation> {
  const pair = splitPair(dyad);
  if (pair === undefined) throw new Error(`${dyad} is not a dyad`);
  const streams = streamsOfPair(pair);
  const held = await withWhole(store, representationPartitions(pair, asOf));
  const [one, other, relations] = await Promise.all([
    lifecycleStepsOf(held, streams[0], asOf),
    lifecycleStepsOf(held, streams[1], asOf),
    lifecycleStepsOf(held, streams[2], asOf),
  ]);
  return representationOn(on, pair, { missions: [one, other], relations });
}
