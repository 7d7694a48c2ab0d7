import * as z from 'zod';
import { Post } from '#shared/domain/events/post.ts';
import { Person } from '#shared/domain/events/participant.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { OnDay } from '#shared/api/protocol/lifecycle-parameters.ts';
import { asOfParameters, DyadPath, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { oneOf, toCanonicalDyad } from '#shared/api/protocol/query-responses.ts';
import { certain, dated, DatedAsRead, events, missionFields } from '#shared/read-models/lifecycles/lifecycle-fields.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { findRepresentation } from './query.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

const readRepresentationRequest = () =>
  ({
    path: DyadPath,
    headers: ReadHeaders,
    query: z.strictObject({ ...asOfParameters, ...readParameters, on: OnDay }),
  }) as const satisfies RequestContract;

/** `GET /relations/{dyad}/representation` */
export const readRepresentation = queryResource(
  [lifecycles, eventRows],
  readRepresentationRequest,
  async ({ path, query, readModels, now, request }) =>
    forDyad(request, { dyad: path.dyad, rest: '/representation' }, async (dyad) =>
      json(200, await findRepresentation(readModels, { dyad, on: askedDay(query, now()), asOf: query.asOf })),
    ),
);

export const readRepresentationOperation = (): Operation => {
  const HeadOfMission = z
    .object({
      person: Person.nullable(),
      status: z.enum([
        'nominated',
        'agrement-granted',
        'agrement-refused',
        'accredited',
        'recalled-for-consultations',
        'recalled',
        'expelled',
      ]),
      since: DatedAsRead,
      nominated: dated,
      agrement: dated,
      credentials: dated,
    })
    .meta({ id: 'HeadOfMission' });

  const ConsularPost = z
    .object({
      post: Post,
      city: z.string().nullable(),
      status: z.enum(['open', 'closed']),
      certain,
      since: DatedAsRead,
    })
    .meta({ id: 'ConsularPost' });

  const Mission = z
    .object({
      ...missionFields(),
      seat: PartyCode.nullable().meta({ description: 'Where it resides, if not in the receiving state' }),
      observed: dated,
      consulates: z.array(ConsularPost),
      head: HeadOfMission.nullable(),
      designate: HeadOfMission.nullable(),
      expulsions: z.object({ times: z.int().min(0), diplomats: z.int().min(0) }),
      events,
    })
    .meta({ id: 'Mission' });

  const RepresentationAsRead = z
    .object({
      dyad: z.string(),
      on: z.iso.date(),
      relations: z.object({ status: z.enum(['established', 'severed', 'unknown']), since: dated, events }),
      missions: z.array(Mission).length(2).meta({ description: 'Of each in the other, in the order of the dyad' }),
      asymmetries: z.array(
        z.object({
          kind: z.enum(['mission', 'rank', 'residence', 'head']),
          explanation: z.string().meta({ examples: ['BGD in PAK: ambassador; PAK in BGD: charge-d-affaires'] }),
        }),
      ),
    })
    .meta({ id: 'Representation' });
  return {
    summary: 'How two states are represented in each other',
    description:
      'For each direction: whether the mission is open, its rank, post and residence, the consular posts beside it, when it was last observed, its head and who is to follow, and who was declared non grata; and in what the two differ. ' +
      'What no report tells is null or `unknown`.',
    request: readRepresentationRequest(),
    responses: { ...oneOf('The representation', RepresentationAsRead), ...toCanonicalDyad },
    problems: ['invalid-request', 'not-found', 'projection-lagging'],
  };
};
