import isoCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import * as z from 'zod';
import { declaredParties } from './declared-parties.ts';
import { dyadOf, splitPair } from './dyad.ts';

export { dyadOf, dyadsOf } from './dyad.ts';

/** The library adds Kosovo under a user-assigned code that ISO 3166-1 does not list; here it is `x-kosovo`. */
const userAssigned = 'XK';

const alpha3Of = new Map<string, string>();
for (const [alpha2 = '', alpha3 = ''] of isoCodes) if (alpha2 !== userAssigned) alpha3Of.set(alpha2, alpha3);
const codes = new Set([...alpha3Of.values(), ...Object.keys(declaredParties)]);

const isParty = (code: string) => codes.has(code);

function unknownParty(input: unknown): string {
  const expected = 'expected an ISO 3166-1 alpha-3 code such as "BGD" or a declared code such as "x-un"';
  if (typeof input !== 'string') return expected;
  const upper = input.toUpperCase();
  const meant = [alpha3Of.get(upper), upper, input.toLowerCase()].find((code) => code !== undefined && isParty(code));
  return meant === undefined ? expected : `${expected}; did you mean "${meant}"?`;
}

/** A party to diplomacy: a state by its ISO 3166-1 alpha-3 code, or an organisation or other actor by a declared `x-…` code. */
export const PartyCode = z
  .string({ error: (issue) => unknownParty(issue.input) })
  .refine(isParty, { error: (issue) => unknownParty(issue.input) })
  .meta({
    id: 'PartyCode',
    description: 'ISO 3166-1 alpha-3 code of a state, or a declared code of another actor',
    examples: ['BGD', 'PAK', 'x-un'],
  });
export type PartyCode = z.output<typeof PartyCode>;

/** Reads a pair of known, different parties in either order; `canonical` tells whether the order was the canonical one. */
export function parseDyad(text: string): { dyad: string; canonical: boolean } | undefined {
  const pair = parseDirectedPair(text);
  if (pair === undefined) return undefined;
  const dyad = dyadOf(pair.sender, pair.receiver);
  return { dyad, canonical: dyad === text };
}

/** Reads `SENDER-RECEIVER`, two known, different parties; the order means who sends the mission. */
export function parseDirectedPair(text: string): { sender: string; receiver: string } | undefined {
  const [sender, receiver] = splitPair(text) ?? [];
  if (sender === undefined || receiver === undefined || sender === receiver) return undefined;
  return isParty(sender) && isParty(receiver) ? { sender, receiver } : undefined;
}

function notADyad(input: unknown): string {
  const dyad = typeof input === 'string' ? parseDyad(input)?.dyad : undefined;
  return dyad === undefined
    ? 'expected two different party codes, sorted and joined by a hyphen, such as "BGD-PAK"'
    : `expected the codes in order: "${dyad}"`;
}

/** Two different parties in canonical order, e.g. `BGD-PAK`. */
export const Dyad = z
  .string({ error: (issue) => notADyad(issue.input) })
  .refine((text) => parseDyad(text)?.canonical === true, { error: (issue) => notADyad(issue.input) })
  .meta({ id: 'Dyad', description: 'Two party codes, sorted and joined by a hyphen', examples: ['BGD-PAK'] });
export type Dyad = z.output<typeof Dyad>;
