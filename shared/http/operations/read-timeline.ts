import * as z from 'zod';
import { Modality } from '../../domain/envelope.ts';
import { NewEvent } from '../../domain/new-event.ts';
import type { Operation } from './operation.ts';
import { Cursor, EventAsRead, linkHeader, pageLimit, pageOf } from './recorded-event.ts';

const types = NewEvent.options.map((option) => option.shape.type.value);

/** A comma-separated list of known values. */
const listOf = (values: readonly string[]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)));

/** An event on a timeline. */
const TimelineEntry = z
  .intersection(
    EventAsRead,
    z.object({
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
  request: {
    path: z.object({ dyad: z.string().meta({ examples: ['BGD-PAK'] }) }),
    query: z.strictObject({
      from: z.iso.date('Expected a day, such as 2025-01-16').optional(),
      to: z.iso.date('Expected a day, such as 2025-01-16').optional(),
      type: listOf(types).optional().meta({ description: 'Event types, separated by commas' }),
      modality: listOf(Modality.options).optional().meta({ description: 'Modalities, separated by commas' }),
      minCredibility: z.coerce
        .number()
        .int()
        .min(1)
        .max(6)
        .optional()
        .meta({ description: 'Admiralty credibility at least this good: 1 confirmed … 5 improbable, 6 all' }),
      order: z.enum(['newest', 'oldest']).default('newest'),
      limit: pageLimit,
      cursor: Cursor.optional(),
    }),
  },
  replies: {
    200: {
      description: 'A page of the timeline',
      content: { 'application/json': pageOf(TimelineEntry, Cursor.nullable()) },
      headers: linkHeader,
    },
    308: { description: 'The codes are not in order: the canonical dyad is at `Location`' },
  },
  problems: ['invalid-request', 'invalid-cursor', 'not-found'],
} as const satisfies Operation;
