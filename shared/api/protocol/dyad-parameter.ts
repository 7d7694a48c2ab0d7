import * as z from 'zod';
import { dyadSuggestion } from '#shared/domain/parties/dyad-suggestion.ts';
import { parseDyad } from '#shared/domain/parties/parties.ts';

/** A dyad as a parameter, in either order. */
export const DyadParameter = z
  .string()
  .transform((text, context) => {
    const dyad = parseDyad(text)?.dyad;
    if (dyad !== undefined) return dyad;
    context.addIssue({
      code: 'custom',
      message: 'Expected two different party codes joined by a hyphen, such as BGD-PAK',
      params: { suggestion: () => dyadSuggestion(text) },
    });
    return z.NEVER;
  })
  .meta({ examples: ['BGD-PAK'] });
