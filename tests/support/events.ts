import { NewEvent } from '../../shared/domain/new-event.ts';

/** A meeting of Bangladesh and Pakistan; `more` changes or adds fields. */
export const meeting = (more: Record<string, unknown> = {}): NewEvent =>
  NewEvent.parse({
    type: 'MeetingHeld',
    occurred: '2025-01-14',
    participants: [
      { party: 'BGD', role: 'participant' },
      { party: 'PAK', role: 'participant' },
    ],
    ...more,
  });

/** A visit from Bangladesh to Pakistan. */
export const visit = (more: Record<string, unknown> = {}): NewEvent =>
  NewEvent.parse({
    type: 'VisitConducted',
    occurred: '2025-01~',
    participants: [
      { party: 'BGD', role: 'visitor' },
      { party: 'PAK', role: 'host' },
    ],
    ...more,
  });
