import * as z from 'zod';
import { agreementStatuses } from '#shared/domain/lifecycles/in-force.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { asOfParameters, DyadPath, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { oneOf, toCanonicalDyad } from '#shared/api/protocol/query-responses.ts';
import { contacts } from '#shared/read-models/contacts/projection.ts';
import { certain, dated } from '#shared/read-models/lifecycles/lifecycle-fields.ts';
import { partyStreams } from '#shared/read-models/lifecycles/party-streams.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { counted, ShortEvent, YearCount } from '#shared/read-models/parties/counted-fields.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { multilateralCut } from '#shared/read-models/scores/score-fields.ts';
import { ScaleName } from '#shared/read-models/scores/score-parameters.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { ShortContact, stateFields } from './state-fields.ts';
import { shownRelation } from './shown-relation.ts';
import { relationSummary } from './summary.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

const readRelationRequest = () =>
  ({
    path: DyadPath,
    headers: ReadHeaders,
    query: z.strictObject({
      scale: ScaleName.default('goldstein'),
      ...asOfParameters,
      ...readParameters,
    }),
  }) as const satisfies RequestContract;

/** `GET /relations/{dyad}` */
export const readRelation = queryResource(
  [timeline, contacts, scores, lifecycles, partyStreams, eventRows],
  readRelationRequest,
  async ({ path, query: { scale, asOf }, readModels, now, request }) =>
    forDyad(request, { dyad: path.dyad, rest: '' }, async (dyad) => {
      const on = askedDay({ asOf }, now());
      const scoring = scoringOf(readModels.version(scores.name));
      const summary = await relationSummary(readModels, { dyad, scale, on, asOf, scoring });
      return json(200, { dyad, scale, on, ...shownRelation(dyad, summary) });
    }),
);

export const readRelationOperation = (): Operation => {
  const { lastContact, relations, missions } = stateFields();
  return {
    summary: 'The state of a relation',
    description:
      'The last event, contact and high-level visit, the index, agreements, missions and sanctions in force, and how many events there are; ' +
      'each part is complete at its link. ' +
      'With `asOf`, the record as of then, and the index of that day.',
    request: readRelationRequest(),
    responses: {
      ...oneOf(
        'The summary',
        z.object({
          dyad: z.string().meta({ examples: ['BGD-PAK'] }),
          scale: z.string(),
          on: z.iso.date().meta({ description: 'The day of this state: today, or that of `asOf`' }),
          lastEvent: ShortEvent.nullable(),
          lastContact,
          lastHighLevelVisit: ShortContact().nullable().meta({
            description: 'Of a head of state or government or a minister, as far as levels were recorded',
          }),
          index: z.object({ slow: z.number(), fast: z.number(), weight: z.number() }).meta({
            description: 'As `GET /relations/{dyad}/score` has it',
            examples: [{ slow: 3.1, fast: 4.2, weight: 11.5 }],
          }),
          isCut: multilateralCut,
          ...counted,
          years: z.array(YearCount),
          agreements: z
            .array(
              z.object({
                id: z.string().meta({ examples: ['tripartite-1974'] }),
                title: z.string().nullable(),
                status: z.enum(agreementStatuses),
                certain,
                enteredIntoForce: dated,
              }),
            )
            .meta({ description: 'In force between the two, or presumed to be' }),
          relations,
          missions,
          sanctions: z
            .array(
              z.object({
                id: z.string(),
                imposedBy: z.array(PartyCode),
                imposedOn: z.array(PartyCode),
                through: z
                  .array(PartyCode)
                  .meta({ description: 'Through which organisations; none: one of the two imposes it itself' }),
                certain,
                since: dated,
                summary: z.string().nullable(),
              }),
            )
            .meta({ description: 'In force between the two, imposed by either or through an organisation' }),
          links: z.record(z.string(), z.string()),
        }),
      ),
      ...toCanonicalDyad,
    },
    problems: ['invalid-request', 'not-found', 'projection-lagging'],
  };
};
