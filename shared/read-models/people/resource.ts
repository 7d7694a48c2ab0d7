import * as z from 'zod';
import { text } from '#shared/domain/events/text.ts';
import { nameLikenesses } from '#shared/domain/people/person-name.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { asOfParameters, ReadHeaders, readParameters, wholeNumber } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { listOf, oneOf } from '#shared/api/protocol/query-responses.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import {
  dossierEvents,
  dossierEventsOperation,
  dossierEventsRequest,
} from '#shared/read-models/parties/dossier-events.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { peopleColumns } from './columns.ts';
import { PersonAsRead } from './person-as-read.ts';
import { people } from './projection.ts';
import { findPeople as findPage, readPerson as personOf } from './query.ts';
import { dossiers } from '#shared/read-models/parties/dossiers.ts';

export const findPeopleRequest = () =>
  ({
    query: z.strictObject({
      name: text(120).meta({
        description: 'A name as somebody spells it, with or without rank',
        examples: ['Lt Gen Kamrul Hasan'],
      }),
      ...asOfParameters,
      ...readParameters,
      limit: wholeNumber(1, 50).default(20).meta({ description: 'People in a page' }),
      cursor: Cursor.optional(),
    }),
    headers: ReadHeaders,
  }) as const satisfies RequestContract;

/** `GET /people` */
export const findPeople = queryResource(
  [people, dossiers, eventRows],
  findPeopleRequest,
  async ({ query: { name, asOf, limit, cursor }, readModels, cursors, request }) => {
    const list = JSON.stringify(['people', name, asOf]);
    const page = await signedPage({ cursors, list, cursor }, async (after) =>
      findPage(readModels, { name, asOf, limit, after }),
    );
    return listReply(request, page, { file: 'people', columns: peopleColumns });
  },
);

export const findPeopleOperation = (): Operation => ({
  summary: 'The people who may be meant by a name',
  description:
    'Best first. Case, accents, punctuation, word order, ranks and honorifics before the name make no difference; initials, ' +
    'vowels, doubled letters and usual transliterations little. Ask for the id of a person before you post an event that names them.',
  request: findPeopleRequest(),
  responses: listOf(
    'A page of candidates',
    PersonAsRead.extend({
      match: z.enum(nameLikenesses).meta({
        description:
          '`same`: the same words; `alike`: words that sound the same; `part`: all words of one name are in the other',
      }),
    }).meta({ id: 'Candidate' }),
  ),
  problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
});

const readPersonRequest = () =>
  ({
    path: z.object({
      personId: z.string().meta({ description: 'The id of a person', examples: ['person:bgd-kamr-ul-hassan'] }),
    }),
    query: z.strictObject({ ...asOfParameters, ...readParameters }),
    headers: ReadHeaders,
  }) as const satisfies RequestContract;

/** `GET /people/{personId}` */
export const readPerson = queryResource(
  [dossiers, eventRows],
  readPersonRequest,
  async ({ path: { personId }, query, readModels }) => {
    const person = await personOf(readModels, personId, query.asOf);
    if (person === undefined) throw notFound(`No event names ${personId}; GET /people?name=… finds ids by name`);
    return json(200, person);
  },
);

export const readPersonOperation = (): Operation => ({
  summary: 'A person: every spelling of the name, every office, as events report them',
  description: 'Out of the events that are not withdrawn: one that was takes its spelling and its office away again.',
  request: readPersonRequest(),
  responses: oneOf('The person', PersonAsRead),
  problems: ['invalid-request', 'not-found', 'projection-lagging'],
});

/** `GET /people/{personId}/events` */
export const readPersonEvents = dossierEvents('personId');

export const readPersonEventsOperation = (): Operation =>
  dossierEventsOperation(
    'a person',
    'Everything the person takes part in, for every party and in every office.',
    dossierEventsRequest('personId'),
  );
