import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { LastDay } from '#shared/api/protocol/last-day.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { asOfParameters, ReadHeaders, readParameters, ShortPageLimit } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { officeColumns } from './office-columns.ts';
import { day } from './counted-fields.ts';
import { directory } from './directory.ts';
import { dossierEvents, dossierEventsOperation, dossierEventsRequest } from './dossier-events.ts';
import { dossierPath } from './dossier-path.ts';
import { dossiers } from './dossiers.ts';
import { readOffices } from './read-offices.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

const listOfficesRequest = () =>
  ({
    path: z.object({ party: dossierPath.party }),
    headers: ReadHeaders,
    query: z.strictObject({ ...asOfParameters, ...readParameters, limit: ShortPageLimit, cursor: Cursor.optional() }),
  }) as const satisfies RequestContract;

/** `GET /parties/{party}/offices` */
export const listOffices = queryResource(
  [directory, dossiers, eventRows],
  listOfficesRequest,
  async ({ path: { party }, query: { cursor, limit, asOf }, readModels, cursors, request }) => {
    const list = JSON.stringify(['offices', party, asOf]);
    const page = await signedPage({ cursors, list, cursor }, async (after) =>
      readOffices(readModels, { party, asOf, limit, after }),
    );
    return listReply(request, page, { file: `offices-${party}`, columns: officeColumns });
  },
);

export const listOfficesOperation = (): Operation => {
  const Holder = z
    .object({
      party: PartyCode,
      office: z.string().meta({ examples: ['Chief of Army Staff'] }),
      slug: z.string().meta({ description: 'The office in a path', examples: ['chief-of-army-staff'] }),
      person: z
        .object({ id: z.string(), name: z.string() })
        .optional()
        .meta({ description: 'Absent: nobody is named' }),
      from: day.meta({ description: 'The first day on which it may have been held, as far as events tell' }),
      to: LastDay,
      firstEvent: EventId,
      lastEvent: EventId,
    })
    .meta({ id: 'OfficeHolder' });
  return {
    summary: 'The offices of a party, with those who are reported to hold them',
    description:
      'By office. Only what events say: an office that was held longer than events tell shows the days that they do.',
    request: listOfficesRequest(),
    responses: listOf('A page of offices and holders', Holder),
    problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
  };
};

/** `GET /parties/{party}/offices/{office}/events` */
export const readOfficeEvents = dossierEvents('party', 'office');

export const readOfficeEventsOperation = (): Operation =>
  dossierEventsOperation(
    'an office',
    'Everything in which somebody takes part as its holder.',
    dossierEventsRequest('party', 'office'),
  );
