import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { calendarReply } from '#shared/read-models/visits/calendar-reply.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { accepts, calendarMediaType } from '#shared/api/protocol/record-media-types.ts';
import { visitColumns } from '#shared/read-models/lifecycles/columns.ts';
import { readVisitsRequest } from '#shared/api/requests/read-visits.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { visitDays } from '#shared/read-models/visits/projection.ts';
import { findVisits } from '#shared/read-models/visits/query.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /visits` */
export const readVisits = (ports: Querying, now = () => new Date()) =>
  queryFunction(
    [visitDays, lifecycles],
    ports,
  )(async (request, readModels) => {
    const { cursor, limit, ...filters } = parseRequest(readVisitsRequest, request).query;
    const asCalendar = accepts(request, calendarMediaType);
    const of = filters.dyad ?? filters.party ?? '';
    const list = JSON.stringify(['visits', filters]);
    const asked = {
      ...filters,
      of,
      on: askedDay(filters, now()),
      statuses: filters.status,
      limit: limit ?? (asCalendar ? 1000 : 100),
    };
    const page = await signedPage({ ...ports, list, cursor }, async (after) =>
      findVisits(readModels, { ...asked, after }),
    );
    const file = `visits-${of}`;
    return asCalendar
      ? calendarReply(request, page, file)
      : listReply(request, page, { file, columns: visitColumns, others: [calendarMediaType] });
  });

export const handler = readVisits(querying());
