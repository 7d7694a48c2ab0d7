import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import { nearestNames } from '#shared/domain/parties/nearest-names.ts';
import { eventTypes } from './event-types.ts';
import { given } from './explained.ts';

/** Names longer than this mean none of the types. */
const longest = 60;

/**
 * Explains what was expected instead of a type that is none: two examples, since the list of all would be longer than
 * most requests, and the types that are spelled most alike.
 */
export function unknownType(type: unknown): string {
  const expected = 'expected a type of event, such as MeetingHeld, or of correction, such as EventCorrected';
  return `${expected}, got ${given(type)}${typeSuggestion(type)}`;
}

/** Suggests the types that a text may mean, to end a sentence with; an empty text where there are none. */
function typeSuggestion(type: unknown): string {
  if (typeof type !== 'string' || type.length > longest) return '';
  const known = [...Object.keys(eventTypes), ...Object.keys(correctionTypes)].map(
    (name) => [name.toLowerCase(), name] as const,
  );
  const near = nearestNames(type.toLowerCase(), known).slice(0, 3);
  return near.length === 0 ? '' : `; did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`;
}
