import type { EventAsRead } from '../../api-types.ts';

/** A person as some events name them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly parties: readonly string[];
  readonly offices: readonly string[];
  /** How many of the events. */
  readonly events: number;
  /** The first of the events that names the person. */
  readonly first: EventAsRead;
}

/** The people who take part in events, in the order of the list, each once. */
export function peopleIn(events: readonly EventAsRead[]): readonly NamedPerson[] {
  const people = new Map<string, NamedPerson>();
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
  for (const event of distinct) {
    const named = new Set<string>();
    for (const { person, party, office } of event.participants ?? []) {
      if (person === undefined) continue;
      const known = people.get(person.id) ?? { ...person, parties: [], offices: [], events: 0, first: event };
      people.set(person.id, {
        ...known,
        parties: [...new Set([...known.parties, party])],
        offices: [...new Set([...known.offices, ...(office === undefined ? [] : [office])])],
        events: known.events + (named.has(person.id) ? 0 : 1),
      });
      named.add(person.id);
    }
  }
  return [...people.values()];
}
