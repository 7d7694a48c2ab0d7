import * as z from 'zod';
import { keysOf } from '#shared/keys-of.ts';
import { QuadClass } from '#shared/domain/scoring/cameo.ts';
import { correctionTypes, type CorrectionTypeName } from '#shared/domain/corrections/correction-types.ts';
import { type EventTypeName, eventTypes } from '#shared/domain/events/event-types.ts';
import { Modality } from '#shared/domain/events/modality.ts';
import { Dyad, PartyCode } from '#shared/domain/parties/parties.ts';
import { slug } from '#shared/domain/events/text.ts';
import { TextQuery } from '#shared/domain/search/text-query.ts';

/** The values of one kind that a filter lists at most. */
export const maxValues = 40;

/** A type of event or of correction. */
export const TypeName = z.enum([...keysOf(eventTypes), ...keysOf(correctionTypes)] as [
  EventTypeName | CorrectionTypeName,
]);

export const Topic = slug(60);

/** The lowest accepted credibility on the Admiralty scale. */
export const MinCredibility = z
  .int('Expected a credibility from 1 to 6')
  .min(1)
  .max(6)
  .meta({ description: 'Admiralty credibility at least this good: 1 confirmed … 5 improbable, 6 all' });

/** Returns values without repetitions, in their order. */
export const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** A list of values that names each once, also where it was given twice or by two of its names. */
const someOf = <Item extends z.ZodType>(item: Item) =>
  z.array(item).check(z.minLength(1), z.maxLength(maxValues), z.overwrite(distinct));

/**
 * Selects events for webhooks, sockets and the feed: each field narrows, one value of a list is enough. `parties` take
 * part; `dyads` also match what an event bears on. A correction is wanted when the event that it is about is, as first
 * recorded or as the correction makes it; `types` may name it or that event. An empty filter wants everything.
 */
export const Filter = z
  .strictObject({
    types: someOf(TypeName).optional(),
    parties: z
      .strictObject({ any: someOf(PartyCode).optional(), all: someOf(PartyCode).optional() })
      .refine((parties) => Object.keys(parties).length > 0, { error: 'expected any, all, or both' })
      .optional(),
    dyads: someOf(Dyad).optional(),
    topics: someOf(Topic).optional(),
    quadClasses: someOf(QuadClass).optional(),
    modality: someOf(Modality).optional(),
    minCredibility: MinCredibility.optional(),
    q: TextQuery.optional(),
  })
  .meta({ id: 'Filter', description: 'Which events are wanted: each field narrows, and {} wants everything' });
export type Filter = z.output<typeof Filter>;
