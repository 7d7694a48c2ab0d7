import * as z from 'zod';
import { QuadClass } from '../../domain/cameo.ts';
import { eventTypes } from '../../domain/event-types.ts';
import { Modality } from '../../domain/modality.ts';
import { filterParameters } from './filter-parameters.ts';
import {
  asOfParameters,
  commaSeparated,
  Cursor,
  Day,
  inOrder,
  notInOrder,
  PageLimit,
  readParameters,
} from './list-parameters.ts';

/** What every list of events takes: filters, what was known when, and the page. */
export const EventListQuery = z
  .strictObject({
    from: Day.optional(),
    to: Day.optional(),
    type: commaSeparated(Object.keys(eventTypes)).optional().meta({ description: 'Event types, separated by commas' }),
    modality: commaSeparated(Modality.options).optional().meta({ description: 'Modalities, separated by commas' }),
    topic: filterParameters.topic,
    quadClass: commaSeparated(QuadClass.options).optional().meta({ description: 'Quad classes, separated by commas' }),
    ...asOfParameters,
    ...readParameters,
    include: commaSeparated(['reports', 'retracted']).optional().meta({
      description: '`reports`: the reports an event rests on; `retracted`: events that were retracted or merged too',
    }),
    minCredibility: filterParameters.minCredibility,
    order: z.enum(['newest', 'oldest']).default('newest'),
    limit: PageLimit,
    cursor: Cursor.optional(),
  })
  .refine(inOrder, notInOrder('day'));
