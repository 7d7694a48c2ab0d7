import * as z from 'zod';
import { knowledges } from '#shared/domain/corrections/known-by-report.ts';
import { given } from '#shared/domain/events/explained.ts';
import { Cursor } from './cursor-schema.ts';

/** A number in a query, from one bound to the other. */
export const wholeNumber = (from: number, to: number) =>
  z.coerce.number(`Expected a whole number from ${from} to ${to}`).check(z.int(), z.gte(from), z.lte(to));

/** The number of items in a page. */
export const PageLimit = wholeNumber(1, 1000).default(100).meta({ description: 'Items in a page' });

/** The number of items in a page of a list in which each item costs queries of its own. */
export const ShortPageLimit = wholeNumber(1, 100)
  .default(50)
  .meta({ description: 'Names in a page; those that have nothing to show are left out of it' });

/** An instant in UTC with milliseconds, as recorded. */
export const Instant = z.iso
  .datetime({ offset: true, error: ({ input }) => notAnInstant(input) })
  .transform((text) => new Date(text).toISOString())
  // An offset may move it out of the years of four digits, whose instants sort as texts.
  .refine((instant) => /^\d{4}-/.test(instant), 'Expected an instant of the years 0000 to 9999 in UTC');

function notAnInstant(input: unknown): string {
  const expected = `Expected an instant with its offset, such as 2025-01-20T12:00:00Z, got ${given(input)}`;
  const lostPlus = typeof input === 'string' && /T.* \d\d:?\d\d$/.test(input);
  return lostPlus ? `${expected}: a "+" in a URL means a space, write it as %2B` : expected;
}

/** A calendar day. */
export const Day = z.iso.date('Expected a day, such as 2025-01-16');

/** A month of the years 0000 to 9999, as events may have it. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Expected a month, such as 2025-01')
  .meta({ id: 'Month', examples: ['2025-01'] });

/** A dyad in a path; `forDyad` refuses other texts. */
export const DyadPath = z.object({ dyad: z.string().meta({ examples: ['BGD-PAK'] }) });

/** Requires that a range does not end before it begins; for `refine`. */
export const inOrder = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;
export const notInOrder = (unit: 'day' | 'month') => ({
  path: ['to'],
  error: `Expected a ${unit} that is not before \`from\``,
});

/** The parameter of every query of a read model; `queryResource` takes it out of the request. */
export const readParameters = {
  atLeast: Cursor.optional().meta({
    description:
      'A cursor of the feed (`cursor` of an append, `next` of `GET /events`): reply when everything up to there shows, or with 503',
  }),
};

const asOf = Instant.optional().meta({
  description:
    'What was known then: the record as it was at this instant. What was recorded up to a second ago may still be on its way: such a query waits, or replies with 503',
});

/** The parameters of a query that can read the record as of an instant. */
export const asOfParameters = {
  asOf,
  knownBy: z.enum(knowledges).optional().meta({
    description: 'With `asOf`: what was `recorded` (the default) or `reported` by then',
  }),
};

/** The parameters of a query that knows the times of recording alone. */
export const recordedAsOfParameters = {
  asOf,
  knownBy: z
    .literal('recorded', 'Expected knownBy=recorded: counts are kept by the time of recording')
    .optional()
    .meta({ description: 'Only `recorded`' }),
};

/** The request header of a client that may have the current representation. */
export const TagHeader = z.object({
  'if-none-match': z
    .string()
    .optional()
    .meta({ description: 'The `ETag` of an earlier response: 304 when it is still current' }),
});

/** The request headers of a query of a read model. */
export const ReadHeaders = z.object({
  prefer: z
    .string()
    .optional()
    .meta({ description: '`wait=N`: with `atLeast` or a late `asOf`, wait at most N (≤ 20) seconds instead of 10' }),
  ...TagHeader.shape,
});

/** A comma-separated list of known values. */
export const commaSeparated = <const Value extends string>(
  values: readonly Value[],
  explained?: (value: unknown) => string,
) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values, explained && { error: ({ input }) => explained(input) })));
