import * as z from 'zod';
import { PartyCode } from '#shared/domain/parties/parties.ts';

/**
 * The rule of an agreement on its entry into force (Vienna Convention on the Law of Treaties, Article 24): not before a
 * day, with a number of consents to be bound, with those of certain parties, or all of these, and a time after them.
 */
export const EntryIntoForce = z
  .strictObject({
    on: z.iso.date().optional().meta({ description: 'Not before this day; alone: on it, for all who have signed' }),
    consents: z
      .int()
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'The number of parties that consent to be bound' }),
    by: z.array(PartyCode).min(1).max(30).optional().meta({ description: 'These parties are among them' }),
    after: z
      .string()
      .regex(/^P(\d{1,3}M|\d{1,4}D)$/, { error: 'expected days or months, such as "P30D" or "P3M"' })
      .optional()
      .meta({ description: 'The time after the last of these consents, and after each later one', examples: ['P30D'] }),
  })
  .refine(({ on, consents, by }) => on !== undefined || consents !== undefined || by !== undefined, {
    error: 'expected a day, a number of consents or parties whose consent is needed',
  })
  .meta({ id: 'EntryIntoForce' });
export type EntryIntoForce = z.output<typeof EntryIntoForce>;
