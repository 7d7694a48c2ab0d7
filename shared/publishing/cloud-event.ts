import type { PositionedEvent } from '../feed/block.ts';

/** Where events come from, as EventBridge's `source` and as CloudEvents' `source` (a URI reference). */
export const source = 'chancery';

/** An event of the feed as a CloudEvents 1.0 event; `position` and `streamversion` are extension attributes. */
export const cloudEvent = (event: PositionedEvent) => ({
  specversion: '1.0',
  id: event.id,
  source: `/${source}`,
  type: event.type,
  subject: event.stream,
  time: event.recordedAt,
  datacontenttype: 'application/json',
  position: event.position,
  streamversion: event.version,
  data: event,
});
