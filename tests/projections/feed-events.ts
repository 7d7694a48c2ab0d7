import { v7 } from 'uuid';
import { type PositionedEvent } from '../../shared/feed/block.ts';
import { record } from '../../shared/domain/recorded-event.ts';
import { eventId } from '../../shared/domain/event-address.ts';
import { meeting } from '../support/events.ts';

/** An event of the feed: a meeting of Bangladesh and Pakistan at a position, with what a test says about it. */
export function atPosition(position: number, fields: Record<string, unknown> = {}): PositionedEvent {
  const stream = 'relation/BGD-PAK';
  const stored = record(meeting(fields), { recordedAt: '2025-01-16T09:00:00.000Z', recordedBy: v7() });
  return { id: eventId(stream, position), stream, version: position, ...stored, position };
}
