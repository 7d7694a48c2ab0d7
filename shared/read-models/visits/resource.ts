import * as z from 'zod';
import { Level, Place } from '#shared/domain/events/envelope.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { Person, Role } from '#shared/domain/events/participant.ts';
import { visitStatuses } from '#shared/domain/lifecycles/visit.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { NextCursor } from '#shared/api/protocol/cursor-schema.ts';
import {
  eitherPartyOrDyad,
  lifecycleParameters,
  notPartyOrDyad,
  OnDay,
} from '#shared/api/protocol/lifecycle-parameters.ts';
import {
  commaSeparated,
  Day,
  inOrder,
  notInOrder,
  ReadHeaders,
  wholeNumber,
} from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { linkHeader, listAsText, notModified, pageOf, taggedHeader } from '#shared/api/protocol/query-responses.ts';
import { accepts, calendarMediaType } from '#shared/api/protocol/record-media-types.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { visitColumns } from '#shared/read-models/lifecycles/columns.ts';
import { dated, events, summary } from '#shared/read-models/lifecycles/lifecycle-fields.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { visitDays } from './projection.ts';
import { findVisits } from './query.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

const readVisitsRequest = () =>
  ({
    headers: ReadHeaders,
    query: z
      .strictObject({
        ...lifecycleParameters,
        on: OnDay,
        from: Day.optional().meta({ description: 'Visits of which a day may be this one or later' }),
        to: Day.optional().meta({ description: 'Visits of which a day may be this one or earlier' }),
        status: commaSeparated(visitStatuses)
          .optional()
          .meta({ description: `${visitStatuses.join(', ')}; separated by commas` }),
        limit: wholeNumber(1, 1000)
          .optional()
          .meta({ description: 'Items in a page; without it 100, and 1000 in a calendar' }),
      })
      .refine(eitherPartyOrDyad, notPartyOrDyad)
      .refine(inOrder, notInOrder('day')),
  }) as const satisfies RequestContract;

/** `GET /visits` */
export const readVisits = queryResource(
  [visitDays, eventRows],
  readVisitsRequest,
  async ({ query: { cursor, limit, ...filters }, readModels, cursors, now, request }) => {
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
    const page = await signedPage({ cursors, list, cursor }, async (after) =>
      findVisits(readModels, { ...asked, after }),
    );
    const file = `visits-${of}`;
    if (!asCalendar) return listReply(request, page, { file, columns: visitColumns, others: [calendarMediaType] });
    const { calendarReply } = await import('./calendar-reply.ts'); // with a library of its own
    return calendarReply(request, page, file);
  },
);

export const readVisitsOperation = (): Operation => {
  const VisitAsRead = z
    .object({
      id: z.string(),
      stream: StreamName,
      status: z.enum(visitStatuses),
      visitors: z.array(PartyCode),
      hosts: z.array(PartyCode),
      people: z.array(
        z.object({ party: PartyCode, role: Role, person: Person.optional(), office: z.string().optional() }),
      ),
      place: Place.nullable(),
      level: Level.nullable(),
      planned: dated.meta({ description: 'The days for which it was last announced' }),
      actual: dated.meta({ description: 'The days on which it took place' }),
      summary,
      changes: z.int().min(0).meta({ description: 'How often what is known of it has changed' }),
      knownSince: z.iso.datetime(),
      listedBy: EventId.meta({ description: 'The event at whose day the calendar lists it' }),
      events,
    })
    .meta({ id: 'Visit' });
  return {
    summary: 'The visits calendar of a party or a dyad',
    description:
      'Visits by their days, with their status on a day: upcoming, under way, overdue (its days are over, how it ended is unknown), ' +
      'conducted, cancelled, postponed without a new date, or unconfirmed. ' +
      `\`Accept: ${calendarMediaType}\`: the dated ones as iCalendar, with the token as a Bearer header too.`,
    request: readVisitsRequest(),
    responses: {
      200: {
        description: 'A page of the calendar',
        content: {
          'application/json': pageOf(VisitAsRead, NextCursor),
          ...listAsText,
          [calendarMediaType]: z.string().meta({ description: 'RFC 5545' }),
        },
        headers: linkHeader.extend(taggedHeader.shape),
      },
      304: notModified,
    },
    problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
  };
};
