import { v7 } from 'uuid';
import { eventId } from '#shared/domain/events/event-address.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';
import { sampleEvent, typeNamed } from './sample-event.ts';
import { recorder } from './recorder.ts';

/**
 * Makes an event of the feed at a position: a meeting of Bangladesh and Pakistan unless the fields name another type.
 */
export function atPosition(
  position: number,
  { type = 'MeetingHeld', ...fields }: Record<string, unknown> = {},
): SeenEvent {
  const stream = 'relation/BGD-PAK';
  const stored = record(sampleEvent(typeNamed(type), fields), {
    recordedAt: '2025-01-16T09:00:00.000Z',
    recordedBy: recorder(v7()),
  });
  return { id: eventId(stream, position), stream, version: position, ...stored, position };
}

/** What an event changes when it is first recorded. */
export const firstRecord = (event: SeenEvent): Change => ({
  position: event.position,
  recordedAt: event.recordedAt,
  cause: event,
  after: event,
});

/** Makes a correction of the feed at a position, of an event made by `atPosition` at another. */
export function correctionAt(position: number, of: number, correction: Record<string, unknown>): PositionedEvent {
  const stream = 'relation/BGD-PAK';
  const posted = NewEvent.parse({ ...correction, of: eventId(stream, of) });
  const stored = record(posted, { recordedAt: '2025-01-16T10:00:00.000Z', recordedBy: recorder() });
  return { id: eventId(stream, position), stream, version: position, ...stored, position };
}
