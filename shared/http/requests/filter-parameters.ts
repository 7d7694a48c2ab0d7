import * as z from 'zod';
import { QuadClass } from '../../domain/cameo.ts';
import { Modality } from '../../domain/modality.ts';
import { PartyCode } from '../../domain/parties.ts';
import { type Filter, maxValues, MinCredibility, Topic, TypeName } from '../../subscriptions/filter.ts';
import { DyadParameter } from './list-parameters.ts';

/** A list of values, separated by commas. */
const severalOf = <Item extends z.ZodType<unknown, string>>(item: Item, description: string) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).max(maxValues))
    .optional()
    .meta({ description: `${description}, separated by commas` });

/** A filter as query parameters. */
export const filterParameters = {
  type: severalOf(TypeName, 'Types of events or corrections'),
  party: severalOf(PartyCode, 'Parties, of which one is enough'),
  partyAll: severalOf(PartyCode, 'Parties that all must be there'),
  dyad: severalOf(DyadParameter, 'Dyads, in either order'),
  topic: severalOf(Topic, 'Topics, of which one is enough'),
  quadClass: severalOf(QuadClass, 'Quad classes'),
  modality: severalOf(Modality, 'Modalities'),
  minCredibility: z.coerce.number().pipe(MinCredibility).optional(),
};

type FilterParameters = z.output<z.ZodObject<typeof filterParameters>>;

/** The filter that query parameters say. */
export function filterOf(query: FilterParameters): Filter {
  const { type: types, party: any, partyAll: all, dyad: dyads, topic: topics, quadClass: quadClasses } = query;
  const { modality, minCredibility } = query;
  return {
    ...(types && { types }),
    ...((any ?? all) && { parties: { ...(any && { any }), ...(all && { all }) } }),
    ...(dyads && { dyads }),
    ...(topics && { topics }),
    ...(quadClasses && { quadClasses }),
    ...(modality && { modality }),
    ...(minCredibility !== undefined && { minCredibility }),
  };
}
