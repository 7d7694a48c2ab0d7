import * as z from 'zod';
import { CorrectedAsRead } from '#shared/api/protocol/event-as-read.ts';

/** An event on a timeline. */
export const TimelineEntry = z
  .intersection(
    CorrectedAsRead,
    z.looseObject({
      from: z.iso
        .date()
        .nullable()
        .meta({ description: 'The first day it may have happened on; null: open or unknown' }),
      to: z.iso.date().nullable().meta({ description: 'The last such day' }),
    }),
  )
  .meta({ id: 'TimelineEntry' });
