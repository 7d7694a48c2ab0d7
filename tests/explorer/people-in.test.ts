import { expect, it } from 'vitest';
import { peopleIn } from '#functions/explorer/page/views/tables/people-in.ts';

const event = (id: string, ...participants: readonly object[]) => ({
  id,
  stream: 'relation/BGD-PAK',
  version: 1,
  type: 'MeetingHeld',
  recordedAt: '2025-01-16T00:00:00.000Z',
  recordedBy: { subject: 'test' },
  participants: participants.map((one) => ({ party: 'BGD', role: 'participant' as const, ...one })),
});
const yunus = { id: 'person:bgd-yunus', name: 'Yunus' };

it('lists each person of events once, with all offices, and counts an event once that comes twice', () => {
  const newest = event('b', { person: yunus, office: 'Chief Adviser' }, { party: 'PAK' });
  const older = event('a', { person: yunus, office: 'Professor' }, { person: yunus, office: 'Chief Adviser' });
  expect(peopleIn([newest, older, newest])).toEqual([
    { ...yunus, parties: ['BGD'], offices: ['Chief Adviser', 'Professor'], events: 2, first: newest },
  ]);
});

it('finds nobody in events that name no person', () => {
  expect(peopleIn([event('a', {}, { party: 'PAK' })])).toEqual([]);
});
