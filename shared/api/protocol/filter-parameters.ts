import * as z from 'zod';
import { lazily } from '#shared/domain/lazily.ts';
import { QuadClass } from '#shared/domain/scoring/cameo.ts';
import { Modality } from '#shared/domain/events/modality.ts';
import { TextQuery } from '#shared/domain/search/text-query.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { distinct, MinCredibility, Topic, TypeName } from '#shared/subscriptions/filter/filter-values.ts';
import { maxValues } from '#shared/subscriptions/filter/max-values.ts';
import { DyadParameter } from './dyad-parameter.ts';

/** A list of values, separated by commas. */
const severalOf = <Item extends z.ZodType<unknown, string>>(item: Item, description: string) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).max(maxValues).overwrite(distinct))
    .optional()
    .meta({ description: `${description}, separated by commas` });

/** Another name of a parameter: the one that it has in the filters of webhooks and sockets. */
export const alsoNamed = <Parameter extends z.ZodType>(parameter: Parameter, name: string): Parameter =>
  parameter.meta({ description: `Another name of \`${name}\`` });

/** A filter as query parameters, by the names that the filters of webhooks and sockets have, or in the singular. */
export const filterParameters = lazily(() => {
  const singular = {
    type: severalOf(TypeName, 'Types of events or corrections'),
    party: severalOf(PartyCode, 'Parties, of which one is enough'),
    partyAll: severalOf(PartyCode, 'Parties that all must be there'),
    dyad: severalOf(DyadParameter, 'Dyads, in either order'),
    topic: severalOf(Topic, 'Topics, of which one is enough'),
    quadClass: severalOf(QuadClass, 'Quad classes'),
  };
  const credibility = z.coerce.number('Expected a credibility from 1 to 6').int().min(1).max(6);
  return {
    ...singular,
    types: alsoNamed(singular.type, 'type'),
    parties: alsoNamed(singular.party, 'party'),
    partiesAll: alsoNamed(singular.partyAll, 'partyAll'),
    dyads: alsoNamed(singular.dyad, 'dyad'),
    topics: alsoNamed(singular.topic, 'topic'),
    quadClasses: alsoNamed(singular.quadClass, 'quadClass'),
    modality: severalOf(Modality, 'Modalities'),
    minCredibility: credibility.optional().meta({ description: MinCredibility.description }),
    q: TextQuery.optional().meta({
      description: 'A page looks through a bounded part: it may be empty and have a cursor',
    }),
  };
});

const names = [
  ['type', 'types'],
  ['party', 'parties'],
  ['partyAll', 'partiesAll'],
  ['dyad', 'dyads'],
  ['topic', 'topics'],
  ['quadClass', 'quadClasses'],
] as const;

/** Refuses a parameter given under both of its names; for `superRefine`. */
export function byOneName(query: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  for (const [one, other] of names) {
    if (query[one] === undefined || query[other] === undefined) continue;
    context.addIssue({
      code: 'custom',
      path: [other],
      message: `Expected either ${one} or ${other}: they mean the same`,
    });
  }
}

type FilterParameters = z.output<z.ZodObject<ReturnType<typeof filterParameters>>>;

/** The filter that query parameters say. */
export function filterOf(query: Partial<FilterParameters>): Filter {
  const { modality, minCredibility, q } = query;
  const { types = query.type, parties: any = query.party, partiesAll: all = query.partyAll } = query;
  const { dyads = query.dyad, topics = query.topic, quadClasses = query.quadClass } = query;
  return {
    ...(types && { types }),
    ...((any ?? all) && { parties: { ...(any && { any }), ...(all && { all }) } }),
    ...(dyads && { dyads }),
    ...(topics && { topics }),
    ...(quadClasses && { quadClasses }),
    ...(modality && { modality }),
    ...(minCredibility !== undefined && { minCredibility }),
    ...(q !== undefined && { q }),
  };
}
