import * as z from 'zod';

/** An opaque place in a list. */
export const Cursor = z.string().max(2000).meta({ description: 'Opaque: pass it back unchanged' });

/** How many items a page has. */
export const PageLimit = z.coerce
  .number('Expected a number from 1 to 1000')
  .int()
  .min(1)
  .max(1000)
  .default(100)
  .meta({ description: 'Items in a page' });

/** An instant, as it is recorded: UTC, milliseconds. */
export const Instant = z.iso
  .datetime({ offset: true, error: 'Expected an instant with its offset, such as 2025-01-20T12:00:00Z' })
  .transform((text) => new Date(text).toISOString());

/** A comma-separated list of known values. */
export const listOf = (values: readonly string[]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)));
