import * as z from 'zod';
import { QuadClass } from '#shared/domain/scoring/cameo.ts';
import { Modality } from '#shared/domain/events/modality.ts';
import { Dyad, PartyCode } from '#shared/domain/parties/parties.ts';
import { TextQuery } from '#shared/domain/search/text-query.ts';
import { distinct, MinCredibility, Topic, TypeName } from './filter-values.ts';
import { maxValues } from './max-values.ts';
import { isOfPhases } from './is-of-phases.ts';

/** What a subscription is about: events as they are recorded, or changes of phase as they are announced. */
const kinds = ['event', 'phase'] as const;
/** The parts of a filter that a change of phase has. */
const ofPhases = new Set(['kinds', 'parties', 'dyads']);

/** A list of values that names each once, also where it was given twice or by two of its names. */
const someOf = <Item extends z.ZodType>(item: Item) =>
  z.array(item).check(z.minLength(1), z.maxLength(maxValues), z.overwrite(distinct));

/**
 * Selects events for webhooks, sockets and the feed, or changes of phase for webhooks and sockets: each field narrows,
 * one value of a list is enough. `parties` take part; `dyads` also match what an event bears on. A correction is wanted
 * when the event that it is about is, as first recorded or as the correction makes it; `types` may name it or that
 * event. An empty filter wants everything.
 */
export const Filter = z
  .strictObject({
    kinds: z
      .array(z.enum(kinds))
      .length(1, 'expected one kind: a subscription has one cursor')
      .optional()
      .meta({ description: 'Changes of phase have parties and dyads only' }),
    types: someOf(TypeName).optional(),
    parties: z
      .strictObject({ any: someOf(PartyCode).optional(), all: someOf(PartyCode).optional() })
      .refine((parties) => Object.keys(parties).length > 0, { error: 'expected any, all, or both' })
      .meta({ minProperties: 1 })
      .optional(),
    dyads: someOf(Dyad).optional(),
    topics: someOf(Topic).optional(),
    quadClasses: someOf(QuadClass).optional(),
    modality: someOf(Modality).optional(),
    minCredibility: MinCredibility.optional(),
    q: TextQuery.optional(),
  })
  .superRefine((filter, context) => {
    if (!isOfPhases(filter)) return;
    for (const path of Object.keys(filter).filter((name) => !ofPhases.has(name)))
      context.addIssue({
        code: 'custom',
        path: [path],
        message: 'expected only parties and dyads with kinds ["phase"]: a change of phase has nothing else',
      });
  })
  .meta({ id: 'Filter', description: 'Which events are wanted: each field narrows, and {} wants everything' });
export type Filter = z.output<typeof Filter>;
