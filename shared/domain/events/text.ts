import * as z from 'zod';

/** Something that can be seen: a letter, a digit, a mark or a sign, and not only spaces or what takes no room. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * What does not belong into a record that people read: control characters other than line breaks and tabs, characters that change the
 * direction of others, and U+FFFD, which stands where a text was not UTF-8.
 */
const misleading = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** A text that says something in at most `max` characters; a lone surrogate is refused, since canonical JSON (RFC 8785) cannot hold it. */
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

/** A word or several in kebab-case, at most `max` characters. */
export const slug = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected kebab-case, such as "defence-ties"' });
