import type { Facets } from '#shared/domain/events/facets.ts';
import type { PositionedEvent } from '#shared/feed/block.ts';
import { source } from './event-source.ts';
import type { CloudEventAttributes } from './cloud-event-attributes.ts';

/** What an event of the feed is as a CloudEvents 1.0 event: `data` is the event as it is read, with what it can be selected by. */
export const cloudEvent = (event: PositionedEvent, facets: Facets) => ({
  ...attributesOf(event),
  data: { ...event, ...facets },
});

/** The same without the event itself, for a transport that it is too large for: only where it is, and what it can be selected by. */
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
