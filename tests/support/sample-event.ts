import { type EventTypeName, eventType, eventTypes } from '#shared/domain/events/event-types.ts';
import { type DiplomaticEvent, NewEvent } from '#shared/domain/events/new-event.ts';

/** The diplomatic events of one type. */
export type EventNamed<Type extends EventTypeName> = Extract<DiplomaticEvent, { type: Type }>;

/** Fields that an event of a type may have; their values are checked when the event is made. */
export type FieldsOf<Type extends EventTypeName> = {
  readonly [Field in Exclude<keyof EventNamed<Type>, 'type'>]?: unknown;
};

/**
 * Makes an event as its reporter might post it: the fields that a test names, and otherwise what most tests do not care
 * about.
 */
export function sampleEvent<Type extends EventTypeName>(type: Type, fields: FieldsOf<Type> = {}): EventNamed<Type> {
  const event = NewEvent.parse({ type, ...samplePost, ...participantsFor(type), ...fields });
  if (!isNamed(event, type)) throw new Error(`Expected ${type}, made ${event.type}`);
  return event;
}

const isNamed = <Type extends EventTypeName>(event: NewEvent, type: Type): event is EventNamed<Type> =>
  event.type === type;

/** A name as that of an event type; throws when there is no such type. */
export function typeNamed(name: unknown): EventTypeName {
  const found = Object.keys(eventTypes).find((type): type is EventTypeName => type === name);
  if (found === undefined) throw new Error(`Expected a type of event, got ${String(name)}`);
  return found;
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
