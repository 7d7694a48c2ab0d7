import * as z from 'zod';
import { tempoSigns } from '#shared/domain/scoring/tempo/tempo-fact.ts';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { asOfParameters, Day, Month, PageLimit, readParameters } from '#shared/api/protocol/list-parameters.ts';
import type { QueryCall } from '#shared/read-models/query-resource.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { type DyadFacts, dyadFacts, mostEvents } from './dyad-facts.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';

/** The sign of events that are counted. */
export const SignName = z.enum(tempoSigns).meta({
  id: 'Sign',
  description: '`cooperative`: quad classes 1 and 2; `conflictual`: 3 and 4',
});

/** The parameters of every query of phases. */
export const phaseParameters = {
  through: Day.optional().meta({ description: 'The last day that is looked at; absent: today, or the day of `asOf`' }),
  ...asOfParameters,
  ...readParameters,
};

/** The query of a page of months. */
export const tempoMonthsParameters = {
  sign: SignName.default('cooperative'),
  from: Month.optional().meta({ description: 'The first month of the list; absent: the first on record' }),
  ...phaseParameters,
  limit: PageLimit,
  cursor: Cursor.optional(),
};

interface PhasesAsked {
  readonly scale?: Scale | undefined;
  readonly through?: string | undefined;
  readonly asOf?: string | undefined;
}

/** Reads the facts of a dyad that a query asks for; nothing after today, or after the day of `asOf`. */
export async function factsAsked(
  { readModels, now }: Pick<QueryCall, 'readModels' | 'now'>,
  dyad: string,
  { scale = 'goldstein', through, asOf }: PhasesAsked,
): Promise<DyadFacts> {
  const last = askedDay({ asOf }, now());
  const day = through === undefined || through > last ? last : through;
  const scoring = scoringOf(readModels.version(scores.name));
  return dyadFacts(readModels, { dyad, scale, through: day, asOf, scoring });
}

/** Says how far the facts go, for every response that rests on them. */
export const cutField = z
  .boolean()
  .meta({ description: `Whether older events were left out: the newest ${mostEvents} of the timeline are looked at` });
