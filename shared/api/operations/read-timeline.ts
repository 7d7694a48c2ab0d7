import * as z from 'zod';
import { readTimelineRequest } from '#shared/api/requests/read-timeline.ts';
import type { Operation } from './operation.ts';
import { listOf, toCanonicalDyad } from './query-replies.ts';
import { CorrectedAsRead } from './recorded-event.ts';

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

/** `GET /relations/{dyad}/timeline` */
export const readTimelineOperation = {
  summary: 'The bilateral timeline of a dyad',
  description:
    'Every event between two parties or bearing on them, by the day it happened; hypothetical and background events too. ' +
    'The dyad is the two party codes in order, such as BGD-PAK.',
  request: readTimelineRequest,
  replies: { ...listOf('A page of the timeline', TimelineEntry), ...toCanonicalDyad },
  problems: ['invalid-request', 'invalid-cursor', 'not-found', 'not-yet'],
} as const satisfies Operation;
