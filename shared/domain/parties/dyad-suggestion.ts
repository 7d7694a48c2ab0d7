import { isParty } from './parties.ts';
import { canonicalParty } from './party-aliases.ts';
import { partySuggestion } from './unknown-party.ts';

/** Two names joined by a hyphen, of which that of an organisation begins with `x-`. */
const twoNames = /^(x-[^-]+|[^-]+)-(x-[^-]+|[^-]+)$/;

/** Says what keeps a text from being a dyad, to end a sentence with; an empty text where there is nothing to say. */
export function dyadSuggestion(text: string): string {
  const [, ...names] = twoNames.exec(text.slice(0, 200)) ?? [];
  const [one, other] = names.map((name) => canonicalParty(name));
  if (one !== undefined && other !== undefined)
    return one === other ? '; these are one party' : `; did you mean "${one}-${other}"?`;
  return names
    .filter((name) => !isParty(name) && canonicalParty(name) === undefined)
    .map((name) => `; "${name}" is no party${partySuggestion(name)}`)
    .join('');
}
