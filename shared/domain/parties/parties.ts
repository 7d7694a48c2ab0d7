import * as z from 'zod';
import { dyadOf, splitPair } from './dyad.ts';
import { canonicalParty, partyCodes } from './party-aliases.ts';
import { expectedParty, partySuggestion } from './unknown-party.ts';

/** Returns whether a text is the canonical code of a party. */
export const isParty = (code: string): boolean => partyCodes.has(code);

/**
 * The schema of a party: a state by its ISO 3166-1 alpha-3 code, or an organisation or other actor by a declared `x-…`
 * code. Other codes and names of a party are accepted, too, and become its canonical code.
 */
export const PartyCode = z
  .string({ error: expectedParty })
  .overwrite((text) => canonicalParty(text) ?? text)
  .superRefine((text, context) => {
    if (isParty(text)) return;
    context.addIssue({ code: 'custom', message: expectedParty, params: { suggestion: () => partySuggestion(text) } });
  })
  .meta({
    id: 'PartyCode',
    description:
      'ISO 3166-1 alpha-3 code of a state, or a declared code of another actor. Taken as well, and recorded as that code: an English name ' +
      '("South Korea"), or the code of another list with its name: `iso2:BD`, `isonum:050`, `fips:BG` (FIPS 10-4), `cow:771` (Correlates of War), `gw:771` (Gleditsch and Ward), ' +
      '`cameo:ROM`',
    examples: ['BGD', 'PAK', 'x-un'],
  });
export type PartyCode = z.output<typeof PartyCode>;

/** Reads a pair of known, different parties in either order; `canonical` is whether the order was the canonical one. */
export function parseDyad(text: string): { dyad: string; canonical: boolean } | undefined {
  const pair = parseDirectedPair(text);
  if (pair === undefined) return undefined;
  const dyad = dyadOf(pair.sender, pair.receiver);
  return { dyad, canonical: dyad === text };
}

/** Reads `SENDER-RECEIVER`, two known, different parties; the first sends the mission. */
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

/** The schema of two different parties in canonical order, e.g. `BGD-PAK`. */
export const Dyad = z
  .string({ error: (issue) => notADyad(issue.input) })
  .refine((text) => parseDyad(text)?.canonical === true, { error: (issue) => notADyad(issue.input) })
  .meta({ id: 'Dyad', description: 'Two party codes, sorted and joined by a hyphen', examples: ['BGD-PAK'] });
export type Dyad = z.output<typeof Dyad>;
