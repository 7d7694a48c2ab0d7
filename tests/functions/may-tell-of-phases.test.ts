import { expect, it } from 'vitest';
import { mayTellOfPhases } from '#functions/adapters/may-tell-of-phases.ts';

const queued = (...told: unknown[]) => ({
  Records: told.map((one) => ({ messageId: '1', body: JSON.stringify(one) })),
});
const event = { source: 'chancery', 'detail-type': 'MeetingHeld' };

it.each([
  ['the schedule that invokes', {}, true],
  ['the schedule by way of a queue', queued({ source: 'aws.events', 'detail-type': 'Scheduled Event' }), true],
  ['the bus of an announcement among events', queued(event, { ...event, 'detail-type': 'PhaseChanged' }), true],
  ['the bus of events', queued(event, event), false],
])('%s tells of changes of phase: %s', (_trigger, notification, tells) => {
  expect(mayTellOfPhases(notification)).toBe(tells);
});
