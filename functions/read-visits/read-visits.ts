import { askedDay } from '../../shared/http/asked-day.ts';
import { calendarReply } from '../../shared/http/calendar-reply.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { accepts, calendarMediaType } from '../../shared/http/record-media-types.ts';
import { visitColumns } from '../../shared/http/register-columns.ts';
import { readVisitsRequest } from '../../shared/http/requests/read-visits.ts';
import { sealedPage } from '../../shared/http/sealed-page.ts';
import { lifecycles } from '../../shared/projections/lifecycles.ts';
import { visitDays } from '../../shared/projections/visit-days.ts';
import { findVisits } from '../../shared/answers/find-visits.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

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
    const page = await sealedPage({ ...ports, list, cursor }, async (after) =>
      findVisits(readModels, { ...asked, after }),
    );
    const file = `visits-${of}`;
    return asCalendar
      ? calendarReply(request, page, file)
      : listReply(request, page, { file, columns: visitColumns, others: [calendarMediaType] });
  });

export const handler = readVisits(querying());
