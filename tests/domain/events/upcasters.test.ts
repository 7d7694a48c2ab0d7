import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import { eventTypes } from '#shared/domain/events/event-types.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { readEvent } from '#shared/domain/events/recorded-event.ts';
import { upcasters } from '#shared/domain/events/upcasters.ts';
import { participantsFor } from '#tests/support/sample-event.ts';
import { storedEvents } from '#tests/support/stored-events.ts';

const address = { stream: 'mission/BGD-PAK', version: 1 };
const types = Object.entries({ ...eventTypes, ...correctionTypes });
const versions = types.flatMap(([type, { schemaVersion }]) =>
  Array.from({ length: schemaVersion }, (_, index) => ({ type, version: index + 1, current: schemaVersion })),
);
const older = versions.filter(({ version, current }) => version < current);
const changed = versions.filter(({ current }) => current > 1);

describe('a schema version', () => {
  it.each(older)('of the past has a way to the next: $type $version', ({ type, version }) => {
    expect(upcasters[type]?.[version]).toBeTypeOf('function');
  });

  it.each(changed)(
    'of a changed type has a stored example, which is read as one of today: $type $version',
    ({ type, version }) => {
      const stored = storedEvents[type]?.[version] ?? '';
      const parsed: unknown = JSON.parse(stored);
      expect(parsed).toMatchObject({ schemaVersion: version });
      expect(canonicalize(parsed)).toBe(stored);
      const { id, stream, version: at, recordedAt, recordedBy, ...event } = readEvent(parsed, address);
      expect({ id, stream, version: at }).toEqual({ id: 'mission.BGD-PAK.1', ...address });
      expect({ recordedAt, recordedBy }).toEqual({
        recordedAt: '2025-01-16T09:30:00.000Z',
        recordedBy: { subject: 'desk-officer' },
      });
      expect(NewEvent.parse(event)).toEqual(event);
    },
  );

  it('of the past is no longer taken: the error says which one is', () => {
    const post = { type: 'AmbassadorRecalled', occurred: '2025-01-14', ...participantsFor('AmbassadorRecalled') };
    const { error } = NewEvent.safeParse({ ...post, schemaVersion: 1, recall: 'for-good' });
    expect(error?.issues).toMatchObject([
      { path: ['schemaVersion'], message: 'expected 2, the current version of AmbassadorRecalled' },
    ]);
    expect(NewEvent.parse({ ...post, recall: 'for-good' })).toMatchObject({ schemaVersion: 2 });
  });
});

describe('an ambassador recalled', () => {
  it('before anybody asked whether for good is read as recalled without a reason stated', () => {
    const stored: unknown = JSON.parse(storedEvents.AmbassadorRecalled?.[1] ?? '');
    expect(readEvent(stored, address)).toMatchObject({
      type: 'AmbassadorRecalled',
      schemaVersion: 2,
      recall: 'unstated',
    });
  });
});
