import * as z from 'zod';
import { CameoCode } from '#shared/domain/scoring/cameo.ts';
import { EventId } from './event-id.ts';
import { Evidence } from './evidence.ts';
import { Occurred } from '#shared/domain/dates/occurred.ts';
import { Modality } from './modality.ts';
import { Participant } from './participant.ts';
import { Dyad, PartyCode } from '#shared/domain/parties/parties.ts';
import { name, slug, text } from './text.ts';

/** When a report was published: a day, or an instant in UTC. */
export const ReportedAt = z
  .union([z.iso.date(), z.iso.datetime()], {
    error: 'expected an ISO 8601 date or UTC instant, such as "2025-01-16" or "2025-01-16T09:30:00Z"',
  })
  .meta({ id: 'ReportedAt' });

/** The known place of an event. */
export const Place = z
  .strictObject({
    country: PartyCode.optional(),
    city: name(80).optional(),
    site: name(120).optional(),
    lat: z.number().min(-90).max(90).optional().meta({ description: 'Degrees north (WGS 84)' }),
    lon: z.number().min(-180).max(180).optional(),
  })
  .refine((place) => Object.keys(place).length > 0, { error: 'expected a country, a city, a site or coordinates' })
  .refine(({ lat, lon }) => (lat === undefined) === (lon === undefined), {
    error: 'expected both lat and lon, or neither',
  })
  .meta({ id: 'Place', minProperties: 1, dependentRequired: { lat: ['lon'], lon: ['lat'] } });
export type Place = z.output<typeof Place>;

/** The channel between the parties. */
export const Channel = z
  .enum([
    'in-person',
    'phone',
    'video',
    'letter',
    'note-verbale',
    'aide-memoire',
    'demarche',
    'summons',
    'joint-statement',
    'press-release',
    'press-conference',
    'speech',
    'social-media',
    'backchannel',
  ])
  .meta({ id: 'Channel' });
export type Channel = z.output<typeof Channel>;

/** The highest level that both sides took part at, or the rank of the mission. */
export const Level = z
  .enum([
    'head-of-state',
    'head-of-government',
    'foreign-minister',
    'minister',
    'deputy-minister',
    'special-envoy',
    'senior-official',
    'working',
    'parliamentary',
    'senior-military',
    'military',
    'intelligence',
    'ambassador',
    'charge-d-affaires',
    'interests-section',
    'consular',
  ])
  .meta({ id: 'Level' });
export type Level = z.output<typeof Level>;

/** The participants of an event at most: every state, and as many organisations. */
const mostParticipants = 300;

/** Between one and 300 participants. */
export const someParticipants = z.array(Participant).min(1).max(mostParticipants);

/** The fields of an event of any type. */
export const envelope = {
  occurred: Occurred,
  reportedAt: ReportedAt.optional(),
  participants: someParticipants.meta({ id: 'Participants' }),
  thirdParties: z.array(PartyCode).min(1).max(30).optional().meta({ description: 'Mentioned, not taking part' }),
  bearsOn: z
    .array(Dyad)
    .min(1)
    .max(30)
    .optional()
    .meta({ description: 'Further relations on whose timelines it shows' }),
  place: Place.optional(),
  topics: z.array(slug(60)).min(1).max(30).optional(),
  channel: Channel.optional(),
  level: Level.optional(),
  modality: Modality.default('held'),
  evidence: Evidence.optional(),
  partOf: EventId.optional().meta({ description: 'The visit or meeting that it belongs to' }),
  reactsTo: z.array(EventId).min(1).max(30).optional(),
  cameo: CameoCode.optional(),
  summary: text(2000).optional().meta({ description: 'What happened, in a sentence' }),
};
