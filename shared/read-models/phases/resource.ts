import * as z from 'zod';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { DyadPath, ReadHeaders } from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { oneOf, toCanonicalDyad } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { ScaleName } from '#shared/read-models/scores/score-parameters.ts';
import { TempoChannel, ToneChannel } from './phase-fields.ts';
import { cutField, factsAsked, phaseParameters } from './phases-request.ts';
import { phaseSources } from './dyad-facts.ts';
import { mostChanges, phasesShown } from './phases-shown.ts';

const readPhasesRequest = () =>
  ({
    path: DyadPath,
    headers: ReadHeaders,
    query: z.strictObject({
      scale: ScaleName.default('goldstein').meta({ description: 'The scale of the tone' }),
      ...phaseParameters,
    }),
  }) as const satisfies RequestContract;

/** `GET /relations/{dyad}/phases` */
export const readPhases = queryResource(phaseSources, readPhasesRequest, async ({ path, query, request, ...call }) =>
  forDyad(request, { dyad: path.dyad, rest: '/phases' }, async (dyad) => {
    const facts = await factsAsked(call, dyad, query);
    return json(200, { dyad, scale: query.scale, through: facts.record.through, ...phasesShown(facts) });
  }),
);

export const readPhasesOperation = (): Operation => ({
  summary: 'Whether a relation changed, when, and how sure that is',
  description:
    'Tempo: cooperative and conflictual events by month, cut by PELT (Killick et al. 2012), and the last months by Bayesian online detection (Adams & MacKay 2007). ' +
    'Tone: the scores, cut by PELT, and the last 60 days against the 730 before (Welch). Each change has its interval and its events; where too little is known, the ' +
    `reason. At most the last ${mostChanges} changes of a channel are shown.`,
  request: readPhasesRequest(),
  responses: {
    ...oneOf(
      'Both channels',
      z.object({
        dyad: z.string().meta({ examples: ['BGD-PAK'] }),
        scale: ScaleName,
        through: z.iso.date().meta({ description: 'The last day that was looked at' }),
        tempo: z.object({ cooperative: TempoChannel, conflictual: TempoChannel }),
        tone: ToneChannel,
        isCut: cutField,
      }),
    ),
    ...toCanonicalDyad,
  },
  problems: ['invalid-request', 'not-found', 'projection-lagging'],
});
