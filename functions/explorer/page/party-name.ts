import { dyadOf, splitPair } from '#shared/domain/parties/dyad.ts';
import { foldedName } from '#shared/domain/parties/folded-name.ts';
import { partyName, partyNames, partyOfName } from '#shared/domain/parties/party-name.ts';
import { href } from './place.ts';

export { partyName };

/** The party that a text names, by its name or its code. */
export function partyOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (partyName(trimmed) !== trimmed) return trimmed;
  const upper = trimmed.toUpperCase();
  return partyName(upper) === upper ? partyOfName(trimmed) : upper;
}

/** The name of a relation: both parties, in the order of the code. */
export const dyadName = (dyad: string): string => (splitPair(dyad) ?? [dyad]).map(partyName).join(' – ');

export const relationLink = (one: string, other: string): string => href(`/relations/${dyadOf(one, other)}`);
export const partyLink = (party: string): string => href(`/parties/${party}`);
export const topicLink = (topic: string): string => href(`/topics/${encodeURIComponent(topic)}`);
export const eventLink = (id: string): string => href(`/events/${encodeURIComponent(id)}`);

/** At most so many parties whose names or codes hold a text, those that begin with it first. */
export function suggestions(text: string, most = 12): readonly string[] {
  const wanted = foldedName(text);
  if (wanted === '') return [];
  const found = partyNames()
    .map(([name, code]) => ({ code, at: name.indexOf(wanted) }))
    .filter(({ code, at }) => at >= 0 || code.toLowerCase() === text.toLowerCase())
    .toSorted((one, other) => one.at - other.at);
  return [...new Set(found.map(({ code }) => code))].slice(0, most);
}
