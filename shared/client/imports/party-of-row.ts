import { canonicalParty } from '#shared/domain/parties/party-aliases.ts';
import type { ActorMap, ImportMap, PartyMap } from './import-map.ts';

type Values = Readonly<Record<string, string>>;

/** The party that a row names, or why it names none. */
export type PartyFound =
  | { readonly party: string }
  | { readonly none: 'no-state' }
  | { readonly none: 'no-party'; readonly named: string }
  | { readonly none: 'unknown'; readonly named: string };

const patterns = new Map<string, RegExp>();

/** Returns the part of a cell that a pattern takes; `undefined`: it does not match. */
export function partOf(cell: string | undefined, pattern: string | undefined): string | undefined {
  if (cell === undefined || pattern === undefined) return cell;
  const compiled = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, compiled);
  const match = compiled.exec(cell);
  return match === null ? undefined : (match[1] ?? match[0]).trim();
}

/** Returns the party in one column; a number that stands for one state after another is that of the day. */
export function partyIn(
  values: Values,
  { column, list, pattern }: PartyMap,
  { names }: ImportMap,
  day?: string,
): string | undefined {
  const cell = partOf(values[column], pattern);
  if (cell === undefined) return undefined;
  const named = (Object.hasOwn(names, cell) ? names[cell] : undefined) ?? cell;
  return canonicalParty(list === undefined || named !== cell ? named : `${list}:${cell}`, day);
}

/** Finds the party of an actor: the first column that names one counts. */
export function partyOf(values: Values, actor: ActorMap, map: ImportMap, day?: string): PartyFound {
  let none: PartyFound = { none: 'no-state' };
  for (const one of actor.party) {
    const named = partOf(values[one.column], one.pattern);
    if (named === undefined) continue;
    const party = partyIn(values, one, map, day);
    if (party !== undefined) return { party };
    if (none.none !== 'unknown')
      none = Object.hasOwn(map.noParties, named) ? { none: 'no-party', named } : { none: 'unknown', named };
  }
  return none;
}
