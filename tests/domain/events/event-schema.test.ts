import { expect, it } from 'vitest';
import * as z from 'zod';
import { eventTypes } from '#shared/domain/events/event-types.ts';
import { diplomaticEvents } from '#shared/domain/events/new-event.ts';

it('names who takes part by the first type of the same rule, whichever is used first', () => {
  const named = diplomaticEvents.toReversed().map(({ type, schema }) => {
    const { id } = z.globalRegistry.get(schema().shape.participants) ?? {};
    return [type, id] as const;
  });
  const all = Object.entries(eventTypes);
  const expected = diplomaticEvents.toReversed().map(({ type }) => {
    const [first = ''] = all.find(([, { participation }]) => participation === eventTypes[type].participation) ?? [];
    return [type, `ParticipantsOf${first}`] as const;
  });
  expect(named).toEqual(expected);
  expect(new Set(named.map(([, id]) => id)).size).toBeGreaterThan(5);
});
