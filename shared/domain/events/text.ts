import * as z from 'zod';

/** Matches a visible character: a letter, a digit, a mark or a sign. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Matches characters that a record must not have: control characters other than line breaks and tabs, characters that
 * change the direction of others, and U+FFFD, which replaces bytes that are not UTF-8.
 */
const misleading = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069\ufffd]/u;

/**
 * Makes the schema of a visible text of at most `max` characters. It refuses lone surrogates, which canonical JSON (RFC
 * 8785) cannot hold.
 */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => visible.test(value), { error: 'expected a text that is not blank' })
    .refine((value) => value.isWellFormed(), { error: 'expected well-formed Unicode' })
    .refine((value) => !misleading.test(value), {
      error:
        'expected text in UTF-8 without control characters and without characters that change the direction of writing',
    });

/** Makes the schema of words in kebab-case, at most `max` characters. */
export const slug = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected kebab-case, such as "defence-ties"' });
