import * as z from 'zod';
import { contactKinds } from '#shared/domain/events/contact.ts';
import { Level } from '#shared/domain/events/envelope.ts';
import { Post } from '#shared/domain/events/post.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
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
import { counted, day, ShortEvent, YearCount } from '#shared/read-models/parties/counted-fields.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { multilateralCut } from '#shared/read-models/scores/score-fields.ts';
import { ScaleName } from '#shared/read-models/scores/score-parameters.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
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
  const ShortContact = z
    .object({
      id: EventId,
      kind: z.enum(contactKinds),
      occurred: z.string(),
      from: day,
      to: day,
      level: Level.optional(),
    })
    .meta({ id: 'ShortContact' });

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
          lastContact: ShortContact.nullable().meta({
            description: 'The visit, meeting, call or talks that began last',
          }),
          lastHighLevelVisit: ShortContact.nullable().meta({
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
          relations: z.object({ status: z.enum(['established', 'severed', 'unknown']), since: dated }),
          missions: z
            .array(
              z.object({
                sender: PartyCode,
                receiver: PartyCode,
                status: z.enum(['open', 'closed', 'unknown']),
                certain,
                since: dated,
                rank: Level.nullable(),
                post: Post.nullable(),
                nonResident: z.boolean().nullable(),
              }),
            )
            .meta({ description: 'The mission of each in the other' }),
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
