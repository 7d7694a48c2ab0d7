import * as z from 'zod';
import { hiddenCharacter, isVisible } from './visible-characters.ts';

/** Returns a maker of schemas by their greatest length: each is made once, and its checks are added at once. */
function byLength<Schema extends z.ZodType>(make: (max: number) => Schema): (max: number) => Schema {
  const known = new Map<number, Schema>();
  return (max) => {
    const made = known.get(max) ?? make(max);
    known.set(max, made);
    return made;
  };
}

const expectations = {
  text: 'expected text in UTF-8 without invisible characters and without characters that change the direction of writing',
  name: 'expected a name on one line, without invisible characters and with no separator but the space',
} as const;

const written = (kind: 'text' | 'name') =>
  byLength((max) =>
    z.string().check(
      z.normalize('NFC'),
      z.maxLength(max),
      z.superRefine<string>((value, context) => {
        const message = violationOf(value, kind);
        if (message !== undefined) context.addIssue({ code: 'custom', message });
      }),
    ),
  );

/**
 * Makes the schema of a visible text of at most `max` characters, in NFC. It refuses lone surrogates, which canonical
 * JSON (RFC 8785) cannot hold.
 */
export const text = written('text');

/** Makes the schema of a name of at most `max` characters: a text on one line, without invisible characters. */
export const name = written('name');

/** Returns what is wrong with the characters of a text; `undefined`: nothing. */
function violationOf(value: string, kind: 'text' | 'name'): string | undefined {
  if (!value.isWellFormed()) return 'expected well-formed Unicode, got half of a surrogate pair';
  const hidden = hiddenCharacter(value, kind);
  if (hidden !== undefined) return `${expectations[kind]}, got ${hidden}`;
  return isVisible(value) ? undefined : 'expected a text that is not blank';
}

/** Makes the schema of words in kebab-case, at most `max` characters. */
export const slug = byLength((max) =>
  z
    .string()
    .check(
      z.maxLength(max),
      z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected kebab-case, such as "defence-ties"' }),
    ),
);
