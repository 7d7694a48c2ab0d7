import * as z from 'zod';
import { LastDay } from '#shared/api/protocol/last-day.ts';
import { diplomaticEventsAsRead } from '#shared/api/protocol/event-as-read.ts';
import { standings } from '#shared/read-models/events/shown-event.ts';

/** The fields that a timeline gives an event. */
const OnTimeline = z
  .looseObject({
    from: z.iso.date().nullable().meta({ description: 'The first day it may have happened on; null: open or unknown' }),
    to: LastDay,
    standing: z.enum(standings).optional().meta({
      description:
        'With `view=corrected`, what has become of it: `as-recorded`, `corrected`, `denied` (`deniedBy`), `retracted` or `merged` (`withdrawn`)',
    }),
    links: z
      .object({
        record: z.string().meta({ examples: ['/events/relation.BGD-PAK.7'] }),
        history: z.string().meta({ examples: ['/events/relation.BGD-PAK.7/history'] }),
        into: z.string().optional().meta({ description: 'Of a merged event: the one that it was merged into' }),
      })
      .optional()
      .meta({ description: 'With `view=corrected`: where its record and its history are' }),
  })
  .meta({ id: 'OnTimeline' });

/** An event on a timeline. A union of wholes: generators of clients cannot take a union as a part of a whole. */
export const TimelineEntry = z
  .union(
    diplomaticEventsAsRead.map((event) =>
      z.intersection(event, OnTimeline).meta({ id: `${event.meta()?.id?.replace(/AsRead$/, '')}OnTimeline` }),
    ),
  )
  .meta({ id: 'TimelineEntry' });
