import * as z from 'zod';
import { agreementStatuses } from '#shared/domain/lifecycles/in-force.ts';
import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import {
  inForceAlone,
  inForceWithOthers,
  lifecycleParameters,
  notBoth,
  OnDay,
  partyAndDyad,
} from '#shared/api/protocol/lifecycle-parameters.ts';
import {
  asOfParameters,
  commaSeparated,
  Day,
  Instant,
  PageLimit,
  ReadHeaders,
  readParameters,
} from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { listOf, oneOf } from '#shared/api/protocol/query-responses.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { agreementColumns } from '#shared/read-models/lifecycles/columns.ts';
import { partyStreams } from '#shared/read-models/lifecycles/party-streams.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { AgreementAsRead } from './agreement-as-read.ts';
import { findAgreement, findAgreements, inForceStatuses } from './query.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

const readAgreementsRequest = () =>
  ({
    headers: ReadHeaders,
    query: z
      .strictObject({
        ...lifecycleParameters,
        on: OnDay,
        inForceOn: Day.optional().meta({
          description:
            'Those in force on this day, presumed ones too: short for `on` with `status=in-force,presumed-in-force`',
        }),
        knownOn: Instant.optional().meta({ description: 'As known at this instant: another name of `asOf`' }),
        status: commaSeparated(agreementStatuses)
          .optional()
          .meta({ description: `${agreementStatuses.join(', ')}; separated by commas` }),
        limit: PageLimit,
      })
      .refine(notBoth, partyAndDyad)
      .refine(inForceAlone, inForceWithOthers)
      .refine(({ asOf, knownOn }) => asOf === undefined || knownOn === undefined, {
        path: ['knownOn'],
        error: 'Expected either knownOn or asOf: they mean the same',
      }),
  }) as const satisfies RequestContract;

/** `GET /agreements` */
export const readAgreements = queryResource(
  [partyStreams, eventRows],
  readAgreementsRequest,
  async ({ query: { cursor, limit, ...filters }, readModels, cursors, now, request }) => {
    const of = filters.dyad ?? filters.party;
    const asOf = filters.knownOn ?? filters.asOf;
    const list = JSON.stringify(['agreements', filters]);
    const on = askedDay({ on: filters.inForceOn ?? filters.on, asOf }, now());
    const statuses = filters.inForceOn === undefined ? filters.status : inForceStatuses;
    const page = await signedPage({ cursors, list, cursor }, async (after) =>
      findAgreements(readModels, { of, on, statuses, asOf, limit, after }),
    );
    return listReply(request, page, { file: `agreements-${of ?? 'all'}`, columns: agreementColumns });
  },
);

const asToForce =
  'By the Vienna Convention on the Law of Treaties, Article 24: `in-force` where an entry into force is reported, or a party consented after it, or where its rule (`entryIntoForce`) is met and its time has passed; ' +
  '`presumed-in-force` where all known parties have consented, and no rule or entry into force is known.';

export const readAgreementsOperation = (): Operation => ({
  summary: 'All agreements, those of a party, or those between two',
  description: `Agreements with their status on a day; of a dyad, the status is that between the two. ${asToForce}`,
  request: readAgreementsRequest(),
  responses: listOf('A page of agreements', AgreementAsRead),
  problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
});

const readAgreementRequest = () =>
  ({
    path: z.object({
      agreementId: z
        .string()
        .meta({ description: 'What follows `agreement/` in its stream', examples: ['tripartite-1974'] }),
    }),
    headers: ReadHeaders,
    query: z.strictObject({ ...asOfParameters, ...readParameters, on: OnDay }),
  }) as const satisfies RequestContract;

/** `GET /agreements/{agreementId}` */
export const readAgreement = queryResource(
  [eventRows],
  readAgreementRequest,
  async ({ path: { agreementId: id }, query, readModels, now }) => {
    const on = askedDay(query, now());
    const agreement = await findAgreement(readModels, { id, on, asOf: query.asOf });
    if (agreement === undefined) throw notFound(`Nothing of agreement/${id} is known to have happened by ${on}`);
    return json(200, agreement);
  },
);

export const readAgreementOperation = (): Operation => ({
  summary: 'One agreement, with its whole history',
  description: 'An agreement with its status on a day, among all its parties (see `GET /agreements`).',
  request: readAgreementRequest(),
  responses: oneOf('The agreement', AgreementAsRead),
  problems: ['invalid-request', 'not-found', 'projection-lagging'],
});
