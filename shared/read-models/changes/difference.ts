import * as z from 'zod';

/** A changed value of an event, as it is shown. */
export const Difference = z
  .object({
    pointer: z.string().meta({ description: 'JSON Pointer (RFC 6901) into the event', examples: ['/occurred'] }),
    from: z
      .unknown()
      .optional()
      .meta({ description: 'Absent: there was none', examples: ['2025-01~'] }),
    to: z
      .unknown()
      .optional()
      .meta({ description: 'Absent: there is none', examples: ['2025-01-13/2025-01-18'] }),
  })
  .meta({ id: 'Difference' });
