import * as z from 'zod';
import { QuadClass } from '#shared/domain/scoring/cameo.ts';
import { Modality } from '#shared/domain/events/modality.ts';

/** The facets of every published event, whatever its type. */
export const FacetsAsPublished = z.object({
  parties: z.array(z.string()).meta({ description: 'Those taking part' }),
  dyads: z.array(z.string()).meta({ description: 'Pairs of them, and those that it bears on, such as BGD-PAK' }),
  topics: z.array(z.string()).optional(),
  quadClass: QuadClass.optional(),
  modality: Modality.optional(),
  credibility: z.int().min(1).max(6).optional().meta({ description: 'Admiralty credibility: 1 is best' }),
});
