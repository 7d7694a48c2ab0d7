import * as z from 'zod';

/** Matches a visible character: a letter, a digit, a mark or a sign. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Matches characters that a record must not have: control characters other than line breaks and tabs, separators of
 * lines and paragraphs, characters that change the direction of others, tags, invisible characters (except the joiners
 * that some scripts and emoji need), and U+FFFD, which replaces bytes that are not UTF-8.
 */
const misleading =
  /[^\P{Cc}\n\r\t]|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffd]|[\u{e0000}-\u{e007f}]/u;

/** Returns a maker of schemas by their greatest length: each is made once, and its checks are added at once. */
function byLength<Schema extends z.ZodType>(make: (max: number) => Schema): (max: number) => Schema {
  const known = new Map<number, Schema>();
  return (max) => {
    const made = known.get(max) ?? make(max);
    known.set(max, made);
    return made;
  };
}

/**
 * Makes the schema of a visible text of at most `max` characters, in NFC. It refuses lone surrogates, which canonical
 * JSON (RFC 8785) cannot hold.
 */
export const text = byLength((max) =>
  z.string().check(
    z.normalize('NFC'),
    z.maxLength(max),
    z.refine((value) => visible.test(value), { error: 'expected a text that is not blank' }),
    z.refine((value) => value.isWellFormed(), { error: 'expected well-formed Unicode' }),
    z.refine((value) => !misleading.test(value), {
      error:
        'expected text in UTF-8 without control or invisible characters and without characters that change the direction of writing',
    }),
  ),
);

/** Matches joiners, line breaks and tabs: a name that has them looks like another. */
const notInNames = /[\n\r\t\u200c\u200d]/;

/** Makes the schema of a name of at most `max` characters: a text on one line, without invisible characters. */
export const name = byLength((max) =>
  text(max).refine((value) => !notInNames.test(value), {
    error: 'expected a name on one line, without invisible characters',
  }),
);

/** Makes the schema of words in kebab-case, at most `max` characters. */
export const slug = byLength((max) =>
  z
    .string()
    .check(
      z.maxLength(max),
      z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected kebab-case, such as "defence-ties"' }),
    ),
);
