/**
 * Returns the canonical name of a pair of parties: two codes sorted by code unit and joined, e.g. `BGD-PAK`,
 * `BGD-x-un`.
 */
export const dyadOf = (a: string, b: string): string => (a < b ? `${a}-${b}` : `${b}-${a}`);

/** Returns every pair among some parties, canonical, each once, in order; a party is never paired with itself. */
export function dyadsOf(parties: readonly string[]): string[] {
  const codes = [...new Set(parties)].toSorted((a, b) => (a < b ? -1 : 1));
  return codes.flatMap((first, index) => codes.slice(index + 1).map((second) => dyadOf(first, second)));
}

const pair = /^([A-Z]{3}|x-[a-z0-9]+)-([A-Z]{3}|x-[a-z0-9]+)$/;

/** Splits two codes joined by a hyphen, in any order; undefined when the text does not have that form. */
export function splitPair(text: string): [string, string] | undefined {
  const [, first, second] = pair.exec(text) ?? [];
  return first === undefined || second === undefined ? undefined : [first, second];
}
