import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { QuadClass } from '#shared/domain/scoring/cameo.ts';

export const count = z.int().min(0);
export const day = z.iso.date().nullable();

/** Numbers of events: the same fields wherever events are counted. */
export const counted = {
  n: count.meta({ id: 'HeldCount', description: 'Events that were held and are not withdrawn', examples: [18] }),
  unheld: count.meta({ id: 'UnheldCount', description: 'Events that were planned, supposed or denied', examples: [1] }),
  quadClasses: z
    .record(QuadClass, count)
    .meta({ id: 'QuadClassCounts', description: 'Of what was held and has a CAMEO code: how many of each quad class' }),
};

export const YearCount = z
  .object({ year: z.string().nullable().meta({ description: 'Null: it may have been in several years' }), n: count })
  .meta({ id: 'YearCount', examples: [{ year: '2025', n: 12 }] });

/** An event in a few words. */
export const ShortEvent = z
  .object({
    id: EventId,
    type: z.string(),
    occurred: z.string(),
    from: day,
    to: day,
    summary: z.string().optional().meta({ description: 'Cut, with … at its end, where it is longer than 240 bytes' }),
  })
  .meta({ id: 'ShortEvent' });
