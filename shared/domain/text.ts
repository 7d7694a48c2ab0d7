import * as z from 'zod';

/** A text that says something in at most `max` characters; a lone surrogate is refused, since canonical JSON (RFC 8785) cannot hold it. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => /\S/.test(value), { error: 'expected a text that is not blank' })
    .refine((value) => value.isWellFormed(), { error: 'expected well-formed Unicode' });

/** A word or several in kebab-case, at most `max` characters. */
export const slug = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected kebab-case, such as "defence-ties"' });
