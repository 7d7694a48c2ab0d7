import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { eventType } from '#shared/domain/events/event-types.ts';
import { type DiplomaticEvent, NewEvent } from '#shared/domain/events/new-event.ts';

/** An event as its reporter might post it, with what a test says about it; the rest is what most tests do not care about. */
export function sampleEvent(type: string, fields: Record<string, unknown> = {}): DiplomaticEvent {
  const { type: named = type } = fields;
  const event = NewEvent.parse({ type, ...samplePost, ...participantsFor(String(named)), ...fields });
  if (isCorrection(event)) throw new Error(`${type} is a correction`);
  return event;
}

/** Bangladesh and Pakistan in the roles that a type asks for. */
export function participantsFor(type: string) {
  const { needs = [], allows = [] } = eventType(type)?.participation ?? {};
  const [first = allows[0], second = needs.length === 0 ? allows[0] : undefined] = needs;
  return as(`BGD:${first}`, ...(second === undefined ? [] : ([`PAK:${second}`] as const)));
}

export const samplePost = {
  occurred: '2025-01-14',
  participants: [
    { party: 'BGD', role: 'participant' },
    { party: 'PAK', role: 'participant' },
  ],
};

/** Participants out of `party:role` pairs, e.g. `as('BGD:visitor', 'PAK:host')`. */
export const as = (...pairs: `${string}:${string}`[]) => ({
  participants: pairs.map((pair) => {
    const [party, role] = pair.split(':');
    return { party, role };
  }),
});
