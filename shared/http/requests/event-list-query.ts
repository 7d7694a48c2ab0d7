import * as z from 'zod';
import { QuadClass } from '../../domain/cameo.ts';
import { eventTypes } from '../../domain/event-types.ts';
import { Modality } from '../../domain/modality.ts';
import { asOfParameters, Cursor, listOf, PageLimit, readParameters } from './list-parameters.ts';

const Day = z.iso.date('Expected a day, such as 2025-01-16');

/** What every list of events takes: filters, what was known when, and the page. */
export const EventListQuery = z
  .strictObject({
    from: Day.optional(),
    to: Day.optional(),
    type: listOf(Object.keys(eventTypes)).optional().meta({ description: 'Event types, separated by commas' }),
    modality: listOf(Modality.options).optional().meta({ description: 'Modalities, separated by commas' }),
    topic: z
      .string()
      .transform((text) => text.split(','))
      .optional()
      .meta({ description: 'Topics, separated by commas; one of them is enough' }),
    quadClass: listOf(QuadClass.options).optional().meta({ description: 'Quad classes, separated by commas' }),
    ...asOfParameters,
    ...readParameters,
    include: listOf(['reports', 'retracted']).optional().meta({
      description: '`reports`: the reports an event rests on; `retracted`: events that were retracted or merged too',
    }),
    minCredibility: z.coerce
      .number()
      .int()
      .min(1)
      .max(6)
      .optional()
      .meta({ description: 'Admiralty credibility at least this good: 1 confirmed … 5 improbable, 6 all' }),
    order: z.enum(['newest', 'oldest']).default('newest'),
    limit: PageLimit,
    cursor: Cursor.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    error: 'Expected a day that is not before `from`',
  });
