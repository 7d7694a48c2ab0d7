import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';
import { as, sampleEvent } from './sample-event.ts';

/** A meeting of Bangladesh and Pakistan; `more` changes or adds fields. */
export const meeting = (more: Record<string, unknown> = {}): DiplomaticEvent => sampleEvent('MeetingHeld', more);

/** A visit from Bangladesh to Pakistan. */
export const visit = (more: Record<string, unknown> = {}): DiplomaticEvent =>
  sampleEvent('VisitConducted', { occurred: '2025-01~', ...as('BGD:visitor', 'PAK:host'), ...more });
