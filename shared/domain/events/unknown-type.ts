import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import { nearestNames } from '#shared/domain/parties/nearest-names.ts';
import { eventTypes } from './event-types.ts';
import { given } from './explained.ts';

/** Names longer than this mean none of the types. */
const longest = 60;
/** The types that are suggested at most. */
const atMost = 3;

/**
 * Explains what was expected instead of a type that is none: two examples, since the list of all would be longer than
 * most requests, and the types that are spelled most alike.
 */
export function unknownType(type: unknown): string {
  const expected = 'expected a type of event, such as MeetingHeld, or of correction, such as EventCorrected';
  return `${expected}, got ${given(type)}${suggestion(type, { ...eventTypes, ...correctionTypes })}`;
}

/** Explains the same where corrections are no answer. */
export const unknownEventType = (type: unknown): string =>
  `expected a type of event, such as MeetingHeld, got ${given(type)}${suggestion(type, eventTypes)}`;

/** Suggests the types that a text may mean, to end a sentence with; an empty text where there are none. */
function suggestion(type: unknown, types: object): string {
  if (typeof type !== 'string' || type.length > longest) return '';
  const known = Object.keys(types).map((name) => [name.toLowerCase(), name] as const);
  const near = nearestNames(type.toLowerCase(), known).slice(0, atMost);
  return near.length === 0 ? '' : `; did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`;
}
