import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { Level, Place } from '#shared/domain/events/envelope.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { Person, Role } from '#shared/domain/events/participant.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { visitStatuses } from '#shared/domain/lifecycles/visit.ts';
import { calendarMediaType, csvMediaType } from '#shared/api/protocol/record-media-types.ts';
import { Cursor } from '#shared/api/protocol/list-parameters.ts';
import { readVisitsRequest } from '#shared/api/requests/read-visits.ts';
import type { Operation } from './operation.ts';
import { CsvText, linkHeader, notModified, pageOf, taggedHeader } from './recorded-event.ts';
import { dated, events, summary } from './lifecycle-entry.ts';

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

/** `GET /visits` */
export const readVisitsOperation = {
  summary: 'The visits calendar of a party or a dyad',
  description:
    'Visits by their days, as they stand on a day: upcoming, under way, overdue (announced for days that are over, and nothing is known of how it ended), ' +
    'conducted, cancelled, postponed without a new date, or unconfirmed. A visit without known days is listed where it was announced. ' +
    `With \`Accept: ${calendarMediaType}\` the dated ones are an iCalendar. A calendar application that subscribes has to send the token as a Bearer header; ` +
    'one that cannot needs a proxy that adds it: a token is not taken from the URL, where it would end in logs.',
  request: readVisitsRequest,
  replies: {
    200: {
      description: 'A page of the calendar',
      content: {
        'application/json': pageOf(VisitAsRead, Cursor.nullable()),
        [csvMediaType]: CsvText,
        [calendarMediaType]: z.string().meta({ description: 'RFC 5545' }),
      },
      headers: linkHeader.extend(taggedHeader.shape),
    },
    304: notModified,
  },
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
} as const satisfies Operation;
