import { foldedName } from './folded-name.ts';
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

/** Letters below which a text is near to too many codes for one to be meant. */
const shortest = 4;

/** Returns the parties whose code or name differs least from a text, in at most one letter of four. */
export function nearestParties(text: string): string[] {
  const sought = foldedName(text.slice(0, 80));
  if (sought.length < shortest) return [];
  const allowed = Math.floor(sought.length / 4);
  const known = [
    ...[...partyCodes].map((code) => [code.replace(/^x-/, '').toLowerCase(), code] as const),
    ...partyNames(),
  ];
  const near = known
    .filter(([name]) => Math.abs(name.length - sought.length) <= allowed)
    .map(([name, code]) => ({ code, away: editDistance(name, sought) }))
    .filter(({ away }) => away <= allowed)
    .toSorted((a, b) => a.away - b.away);
  const least = near[0]?.away;
  return [...new Set(near.filter(({ away }) => away === least).map(({ code }) => code))].slice(0, atMost);
}

/** Returns Levenshtein's distance: the letters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      here.push(Math.min(replaced, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[b.length] ?? 0;
}
