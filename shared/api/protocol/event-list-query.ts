import * as z from 'zod';
import { lazily } from '#shared/domain/lazily.ts';
import { keysOf } from '#shared/keys-of.ts';
import { mostBilateral } from '#shared/domain/events/multilateral.ts';
import { eventTypes } from '#shared/domain/events/event-types.ts';
import { unknownEventType } from '#shared/domain/events/unknown-type.ts';
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

const reports = '`reports` of an event, `retracted` (or merged) events too, separated by commas';

/** The parameters of every list of events: filters, `asOf`, the page, and what it may include. */
const eventListQuery = <const Included extends string>(included: readonly Included[], description: string) => {
  const type = commaSeparated(keysOf(eventTypes), unknownEventType).optional().meta({ description: 'Event types, separated by commas' }); // prettier-ignore
  const { modality, topic, topics, quadClass, quadClasses, minCredibility, q } = filterParameters();
  return z
    .strictObject({
      from: Day.optional(),
      to: Day.optional(),
      type,
      types: alsoNamed(type, 'type'),
      modality,
      topic,
      topics,
      quadClass,
      quadClasses,
      ...asOfParameters,
      ...readParameters,
      include: commaSeparated(included).optional().meta({ description }),
      minCredibility,
      q,
      order: z.enum(['newest', 'oldest']).default('newest'),
      limit: PageLimit,
      cursor: Cursor.optional(),
    })
    .superRefine(byOneName)
    .refine(inOrder, notInOrder('day'));
};

export const eventsQuery = lazily(() => eventListQuery(['reports', 'retracted'], reports));

/** What the timeline of a dyad takes. */
export const timelineQuery = lazily(() =>
  eventListQuery(
    ['reports', 'retracted', 'multilateral'],
    `${reports}; \`multilateral\`: events of more than ${mostBilateral} parties in which both take part too`,
  ),
);
