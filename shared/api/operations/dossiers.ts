import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { QuadClass } from '#shared/domain/scoring/cameo.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import {
  officeEventsRequest,
  partyEventsRequest,
  personEventsRequest,
  topicEventsRequest,
} from '#shared/api/requests/dossier-path.ts';
import { listOfficesRequest, readPartyRequest } from '#shared/api/requests/read-party.ts';
import type { Operation } from './operation.ts';
import { listOf, oneOf } from './query-replies.ts';
import { TimelineEntry } from './read-timeline.ts';

const eventsOf = (what: string, description: string, request: Operation['request']): Operation => ({
  summary: `The events of ${what}`,
  description: `${description} By the day they happened, with the filters of a relation's timeline.`,
  request,
  replies: listOf('A page of the events', TimelineEntry),
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
});

/** `GET /parties/{party}/events` */
export const partyEventsOperation = eventsOf(
  'a party',
  'Everything that names it: that it takes part in, that mentions it, that bears on one of its relations.',
  partyEventsRequest,
);
/** `GET /parties/{party}/offices/{office}/events` */
export const officeEventsOperation = eventsOf(
  'an office',
  'Everything in which somebody takes part as its holder, whoever that was.',
  officeEventsRequest,
);
/** `GET /people/{personId}/events` */
export const personEventsOperation = eventsOf(
  'a person',
  'Everything the person takes part in, for whichever party and in whichever office.',
  personEventsRequest,
);
/** `GET /topics/{topic}/events` */
export const topicEventsOperation = eventsOf('a topic', 'Everything the topic came up in.', topicEventsRequest);

const count = z.int().min(0);
export const day = z.iso.date().nullable();

/** How many events: the same fields wherever events are counted. */
export const counted = {
  n: count.meta({ description: 'Events that were held and are not withdrawn', examples: [18] }),
  unheld: count.meta({ description: 'Events that were planned, supposed or denied', examples: [1] }),
  quadClasses: z
    .record(QuadClass, count)
    .meta({ description: 'Of what was held and has a CAMEO code: how many of each quad class' }),
};

export const YearCount = z
  .object({ year: z.string().nullable().meta({ description: 'Null: it may have been in several years' }), n: count })
  .meta({ id: 'YearCount', examples: [{ year: '2025', n: 12 }] });

/** An event in a few words. */
export const ShortEvent = z
  .object({
    id: EventId,
    type: z.string(),
    occurred: z.string(),
    from: day,
    to: day,
    summary: z.string().optional(),
  })
  .meta({ id: 'ShortEvent' });

const Partner = z.object({ party: PartyCode, dyad: z.string(), n: count });

/** `GET /parties/{party}` */
export const readPartyOperation = {
  summary: 'The dossier of a party',
  description:
    'How many events it took part in, of which types, in which years and with whom, and the first and the last of them. ' +
    'The ranked list of its partners with scores is `GET /relations?party=`.',
  request: readPartyRequest,
  replies: oneOf(
    'The dossier',
    z.object({
      party: PartyCode,
      ...counted,
      years: z.array(YearCount),
      types: z.array(z.object({ type: z.string(), n: count })).meta({ examples: [[{ type: 'MeetingHeld', n: 6 }]] }),
      partners: z.array(Partner).meta({ examples: [[{ party: 'PAK', dyad: 'BGD-PAK', n: 17 }]] }),
      partnerCount: count.meta({ description: 'How many partners there are, shown or not' }),
      firstEvent: ShortEvent.nullable(),
      lastEvent: ShortEvent.nullable(),
      links: z.object({ events: z.string(), offices: z.string() }),
    }),
  ),
  problems: ['invalid-request', 'not-yet'],
} as const satisfies Operation;

const Holder = z
  .object({
    party: PartyCode,
    office: z.string().meta({ examples: ['Chief of Army Staff'] }),
    slug: z.string().meta({ description: 'The office in a path', examples: ['chief-of-army-staff'] }),
    person: z.object({ id: z.string(), name: z.string() }).optional().meta({ description: 'Absent: nobody is named' }),
    from: day.meta({ description: 'The first day on which it may have been held, as far as events tell' }),
    to: day.meta({ description: 'The last such day' }),
    firstEvent: EventId,
    lastEvent: EventId,
  })
  .meta({ id: 'OfficeHolder' });

/** `GET /parties/{party}/offices` */
export const listOfficesOperation = {
  summary: 'The offices of a party, with those who are reported to hold them',
  description:
    'By office. Only what events say: an office that was held longer than events tell shows the days that they do.',
  request: listOfficesRequest,
  replies: listOf('A page of offices and holders', Holder),
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
} as const satisfies Operation;
