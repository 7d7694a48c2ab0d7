import { isParty } from './parties.ts';
import { canonicalParty, partyCodes } from './party-aliases.ts';
import { partySuggestion } from './unknown-party.ts';

/** Two names joined by a hyphen, of which that of an organisation begins with `x-`. */
const twoNames = /^(x-[^-]+|[^-]+)-(x-[^-]+|[^-]+)$/;
/** Codes that are suggested at most. */
const atMost = 3;

/** Says what keeps a text from being a dyad, to end a sentence with; an empty text where there is nothing to say. */
export function dyadSuggestion(text: string): string {
  const [, ...names] = twoNames.exec(text.slice(0, 200)) ?? [];
  const [one, other] = names.map((name) => canonicalParty(name));
  if (one !== undefined && other !== undefined)
    return one === other ? '; these are one party' : `; did you mean "${one}-${other}"?`;
  return names
    .filter((name) => !isParty(name) && canonicalParty(name) === undefined)
    .map((name) => `; "${name}" is no party${partySuggestion(name) || nearCodes(name)}`)
    .join('');
}

/** Suggests the codes that a mistyped one may be, where they are few. */
function nearCodes(text: string): string {
  const near = [...partyCodes].filter((code) => isMistyped(text.toUpperCase(), code));
  if (near.length === 0 || near.length > atMost) return '';
  return `; did you mean ${near.map((code) => `"${code}"`).join(' or ')}?`;
}

/** Whether one letter differs, or two neighbours changed their places. */
function isMistyped(text: string, code: string): boolean {
  if (text.length !== code.length) return false;
  const places = Array.from(code).flatMap((letter, index) => (letter === text[index] ? [] : [index]));
  const [first = 0, second = 0] = places;
  if (places.length === 1) return true;
  return places.length === 2 && second === first + 1 && text[first] === code[second] && text[second] === code[first];
}
