import * as z from 'zod';
import { given } from '#shared/domain/events/explained.ts';
import { hasFormOfDate, occurredRange } from './occurred-range.ts';

export { occurredCertainty, occurredRange, type OccurredRange } from './occurred-range.ts';

const expected =
  'expected an EDTF (ISO 8601-2, level 1) date, season or interval to the day, such as ' +
  '"2025-01-14", "2025-01~", "2024-09-25?", "1971", "2025-21", "2025-01-13/2025-01-18" or "2024-08/.."';

/**
 * Returns what is wrong with a date; undefined when it is valid. Narrower than level 1: years 0000–9999, no time of
 * day, at least one end known, and days that exist. No year before 0000, since days are ordered, cut and counted as
 * text of ten characters (ADR 0053).
 */
function violationOf(text: string): string | undefined {
  const unsupported = unsupportedIn(text);
  if (unsupported !== undefined) return unsupported;
  if (!hasFormOfDate(text)) return expected;
  const { from, to } = occurredRange(text);
  if ((from === null && to === null) || ![from, to].every((day) => day === null || exists(day))) return expected;
  if (from !== null && to !== null && from > to) return 'expected an interval that does not end before it begins';
  return undefined;
}

/** Names the form of EDTF that a text has and a record does not take; `undefined`: none. */
function unsupportedIn(text: string): string | undefined {
  const ends = text.split('/');
  if (ends.some((end) => /^Y-?\d/.test(end))) return 'expected a year of four digits, not one with "Y"';
  if (ends.some((end) => /^-\d/.test(end))) return 'expected a year from 0000 to 9999, not one before';
  if (ends.some((end) => /^[\dX]{4}(-[\dX]{2}){0,2}[~?%]?$/.test(end) && end.includes('X') && !hasFormOfDate(end)))
    return 'expected X for the last digits of a year alone, for a whole month with its days, or for a whole day';
  return undefined;
}

/**
 * Returns whether a date exists: `Date` turns 29 February of a common year into March; the winter of 9999 ends beyond
 * four digits.
 */
function exists(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** The schema of a date: an EDTF level 0 or 1 date, season, interval or open interval. */
export const Occurred = z
  .string({ error: ({ input }) => `${expected}, got ${given(input)}` })
  .max(60, { abort: true })
  .superRefine((text, context) => {
    const message = violationOf(text);
    if (message !== undefined) context.addIssue({ code: 'custom', message: `${message}, got ${given(text)}` });
  })
  .meta({
    id: 'Occurred',
    description: 'When it happened: EDTF (ISO 8601-2) level 0 or 1',
    examples: ['2025-01-14', '2025-01~', '2025-01-13/2025-01-18', '2024-08/..'],
  });
export type Occurred = z.output<typeof Occurred>;
