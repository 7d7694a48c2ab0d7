import * as z from 'zod';
import type { Facets } from '#shared/domain/events/facets.ts';
import type { PositionedEvent } from '#shared/feed/block.ts';

/** The origin of events, as EventBridge's `source` and as CloudEvents' `source` (a URI reference). */
export const source = 'chancery';

/** The attributes of CloudEvents 1.0 that an event of the feed has; from `recordedtime` on they are extensions. */
export const CloudEventAttributes = z.object({
  specversion: z.literal('1.0'),
  id: z.string().meta({ description: "The event's id: who has seen it has seen the event" }),
  source: z.literal(`/${source}`),
  type: z.string().meta({ description: "The event's type" }),
  subject: z.string().meta({ description: 'The stream' }),
  time: z.iso.datetime().meta({ description: 'When it was recorded; when it happened is in `data.occurred`' }),
  datacontenttype: z.literal('application/json'),
  dataschema: z.string().meta({ description: 'Names the type and the version of its schema' }),
  dataref: z
    .string()
    .optional()
    .meta({ description: 'Where to get the event: given instead of it where it is too large for the transport' }),
  recordedtime: z.iso.datetime().meta({ description: 'When it was recorded' }),
  position: z
    .int()
    .meta({ description: 'Place in the global order, without gaps: compare it to tell order and repeats' }),
  streamversion: z.int().meta({ description: 'Place in the stream' }),
  correlationid: z.string().optional().meta({ description: 'What the poster calls the matter that it belongs to' }),
});

/** Makes a CloudEvents 1.0 event of an event of the feed: `data` is the event as it is read, with its facets. */
export const cloudEvent = (event: PositionedEvent, facets: Facets) => ({
  ...attributesOf(event),
  data: { ...event, ...facets },
});

/**
 * Makes a CloudEvents 1.0 event with a reference and the facets only, for an event that is too large for a transport.
 */
export const cloudEventByReference = (event: PositionedEvent, facets: Facets) => ({
  ...attributesOf(event),
  dataref: `/events/${event.id}`,
  data: { id: event.id, type: event.type, omitted: true, ...facets },
});

const attributesOf = (event: PositionedEvent): z.output<typeof CloudEventAttributes> => ({
  specversion: '1.0',
  id: event.id,
  source: `/${source}`,
  type: event.type,
  subject: event.stream,
  time: event.recordedAt,
  datacontenttype: 'application/json',
  dataschema: `urn:chancery:event:${event.type}:${event.schemaVersion}`,
  recordedtime: event.recordedAt,
  position: event.position,
  streamversion: event.version,
  ...(event.correlationId !== undefined && { correlationid: event.correlationId }),
});
