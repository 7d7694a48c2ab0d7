import * as z from 'zod';
import { readEventRequest } from '#shared/api/requests/read-event.ts';
import { standings } from '#shared/read-models/events/shown-event.ts';
import type { Operation } from './operation.ts';
import { oneOf } from './query-replies.ts';
import { TimelineEntry } from './read-timeline.ts';
import { EventAsRead } from './recorded-event.ts';

const EventCorrectedView = z
  .intersection(
    TimelineEntry,
    z.looseObject({
      standing: z.enum(standings).meta({
        description:
          'What has become of it: `as-recorded`, `corrected`, `denied` (`deniedBy`), `retracted` or `merged` (`withdrawn`)',
      }),
      links: z.object({
        record: z.string().meta({ examples: ['/events/relation.BGD-PAK.7'] }),
        history: z.string().meta({ examples: ['/events/relation.BGD-PAK.7/history'] }),
        into: z.string().optional().meta({ description: 'Of a merged event: the one that it is told by now' }),
      }),
    }),
  )
  .meta({ id: 'EventCorrectedView' });

/** `GET /events/{eventId}` */
export const readEventOperation = {
  summary: 'One event, as it was recorded or as it is known now',
  description:
    'The record never changes. Where corrections have made something else of it, a `Link` with rel="latest-version" leads to `?view=corrected`: the event as it ' +
    'is known now, or was at `asOf`, with its standing. Every step is at `/events/{eventId}/history` (rel="version-history"). A correction is ' +
    'shown as it was recorded: it is never corrected itself.',
  request: readEventRequest,
  replies: oneOf(
    'The event; with `view=corrected` an `EventCorrectedView`',
    z.union([EventCorrectedView, EventAsRead]),
  ),
  problems: ['invalid-request', 'not-found', 'not-yet', 'invalid-cursor'],
} as const satisfies Operation;
