import { eventTypes, type EventTypeName } from '#shared/domain/events/event-types.ts';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import type { Participant } from '../../api-types.ts';

/** The kinds of stream that a type may be recorded in. */
export const categoriesOf = (type: EventTypeName): readonly string[] => eventTypes[type].categories;

/** Whether the stream of a type is a matter with a name of its own, such as a visit; else its participants name it. */
export const isNamed = (type: EventTypeName): boolean =>
  categoriesOf(type).some((category) => ['visit', 'agreement', 'measure'].includes(category));

/** The stream that an event belongs to; the API says so where it is none. */
export function streamOf(type: EventTypeName, participants: readonly Participant[], name: string): string {
  const [category = ''] = categoriesOf(type);
  const parties = [...new Set(participants.map(({ party }) => party))];
  const [first = '', second] = parties;
  if (isNamed(type)) return `${category}/${name}`;
  if (category === 'mission') {
    const inRole = (role: string) => participants.find((one) => one.role === role)?.party ?? '';
    return `mission/${inRole('sender')}-${inRole('receiver')}`;
  }
  return second === undefined ? `country/${first}` : `relation/${dyadOf(first, second)}`;
}

/** The roles of a type: those that must be taken first. */
export const rolesOf = (
  type: EventTypeName,
): { readonly first: readonly string[]; readonly all: readonly string[] } => {
  const { needs, allows } = eventTypes[type].participation;
  const [usual = 'participant'] = allows;
  const first = needs.length === 0 ? [usual, usual] : needs;
  return { first, all: [...new Set([...needs, ...allows])] };
};
