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
