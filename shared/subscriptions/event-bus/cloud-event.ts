import type { Facets } from '#shared/domain/events/facets.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { source } from './event-source.ts';
import type { CloudEventAttributes } from './cloud-event-attributes.ts';

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

const attributesOf = (event: PositionedEvent): CloudEventAttributes => ({
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
