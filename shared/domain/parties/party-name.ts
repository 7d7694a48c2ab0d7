import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { namesInUse } from './names-in-use.ts';
import { extinctStates } from './extinct-states.ts';
import { declaredParties } from './declared-parties.ts';
import { foldedName } from './folded-name.ts';
import { formalNames } from './formal-names.ts';
import { isoCodes } from './iso-codes.ts';
import { formerStates } from './former-states.ts';
import { lazily } from '#shared/domain/lazily.ts';

/** Returns every name of a party, the one to show first. The library's code for Kosovo is `x-kosovo` here. */
const named = lazily((): readonly (readonly [code: string, name: string])[] => {
  const alpha3Of = new Map(isoCodes.map(([alpha2, alpha3]) => [alpha2, alpha3]));
  const listed = Object.entries<string | readonly string[]>(english.countries).flatMap(([alpha2, names]) =>
    [names].flat().map((name) => [alpha3Of.get(alpha2) ?? alpha2, name] as const),
  );
  return [
    ...Object.entries(declaredParties).map(([code, { name }]) => [code, name] as const),
    ...Object.entries(formerStates),
    ...Object.entries(extinctStates).flatMap(([code, { names = [] }]) => names.map((name) => [code, name] as const)),
    ...listed.filter(([code]) => code !== 'XK'),
    ...Object.entries(namesInUse).map(([name, code]) => [code, name] as const),
    ...Object.entries(formalNames).flatMap(([code, some]) => some.map((name) => [code, name] as const)),
  ];
});

const nameToShow = lazily(() => new Map(named().toReversed()));

/** Returns the English name of a party; the code itself when it is none. */
export const partyName = (code: string): string => nameToShow().get(code) ?? code;

/** Folds a party's name for the lookup. */
const lookedUp = (name: string): string =>
  foldedName(name)
    .replace(/^the /, '')
    .replaceAll(/\bst\b/g, 'saint');

/** All names of parties, folded, with their codes. */
export const partyNames = lazily((): readonly (readonly [name: string, code: string])[] =>
  named().map(([code, name]) => [lookedUp(name), code] as const),
);

/**
 * Returns the parties by name, without names that several have, such as "Congo". It folds them at the first call, which
 * takes milliseconds.
 */
const partiesByName = lazily((): ReadonlyMap<string, string | undefined> => {
  const found = new Map<string, string | undefined>();
  for (const [folded, code] of partyNames()) {
    found.set(folded, found.has(folded) && found.get(folded) !== code ? undefined : code);
  }
  return found;
});

/** Returns the only party with an English name, ignoring case, accents and punctuation. */
export const partyOfName = (name: string): string | undefined => partiesByName().get(lookedUp(name));
