import * as z from 'zod';
import { keysOf } from '#shared/keys-of.ts';
import { eventTypes } from '#shared/domain/events/event-types.ts';
import { Cursor } from './cursor-schema.ts';
import { alsoNamed, byOneName, filterParameters } from './filter-parameters.ts';
import {
  asOfParameters,
  commaSeparated,
  Day,
  inOrder,
  notInOrder,
  PageLimit,
  readParameters,
} from './list-parameters.ts';

const type = commaSeparated(keysOf(eventTypes)).optional().meta({ description: 'Event types, separated by commas' });
/** The parameters of every list of events: filters, `asOf` and the page. */
export const EventListQuery = z
  .strictObject({
    from: Day.optional(),
    to: Day.optional(),
    type,
    types: alsoNamed(type, 'type'),
    modality: filterParameters.modality,
    topic: filterParameters.topic,
    topics: filterParameters.topics,
    quadClass: filterParameters.quadClass,
    quadClasses: filterParameters.quadClasses,
    ...asOfParameters,
    ...readParameters,
    include: commaSeparated(['reports', 'retracted']).optional().meta({
      description: '`reports`: the reports an event rests on; `retracted`: events that were retracted or merged too',
    }),
    minCredibility: filterParameters.minCredibility,
    q: filterParameters.q,
    order: z.enum(['newest', 'oldest']).default('newest'),
    limit: PageLimit,
    cursor: Cursor.optional(),
  })
  .superRefine(byOneName)
  .refine(inOrder, notInOrder('day'));
