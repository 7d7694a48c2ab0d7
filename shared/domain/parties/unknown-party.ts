import { foldedName } from './folded-name.ts';
import { nearestNames } from './nearest-names.ts';
import { codeLists, partyCodes } from './party-aliases.ts';
import { partyNames } from './party-name.ts';

/** What is expected instead of a text that is no party. */
export const expectedParty =
  'expected an ISO 3166-1 alpha-3 code such as "BGD", a declared code such as "x-un", an English name, or a code with its list such as "fips:BG"';

/** The parties that are suggested at most. */
const atMost = 3;

/** Suggests the parties that a text may mean, to end a sentence with; an empty text where there are none. */
export function partySuggestion(text: string): string {
  const listed = inLists(text.trim().toUpperCase());
  const meant = listed.length > 0 ? listed : nearestParties(text).map((code) => `"${code}"`);
  return meant.length === 0 ? '' : `; did you mean ${meant.join(' or ')}?`;
}

/** Returns the parties that have a code in some list, each with the first such list. */
function inLists(code: string): string[] {
  const found = new Map<string, string>();
  for (const [list, parties] of Object.entries(codeLists)) {
    const party = parties().get(code);
    if (party !== undefined && !found.has(party)) found.set(party, `"${party}" (${list}:${code})`);
  }
  return [...found.values()];
}

/** Returns the parties whose code or name differs least from a text. */
export function nearestParties(text: string): string[] {
  const codes = [...partyCodes].map((code) => [code.replace(/^x-/, '').toLowerCase(), code] as const);
  return nearestNames(foldedName(text.slice(0, 80)), [...codes, ...partyNames()]).slice(0, atMost);
}
