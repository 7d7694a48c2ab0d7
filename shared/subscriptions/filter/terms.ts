import { dyadOf } from '#shared/domain/parties/dyad.ts';
import type { Filter } from './filter.ts';
import { isOfPhases } from './is-of-phases.ts';
import type { View } from './matching.ts';

/** The term of filters without any other term. */
const any = '*';

/**
 * Returns the terms that index a filter, each once: those of its most selective part. Every event that it wants has at
 * least one of them. Two parties that must both take part are indexed as their dyad. Filters that were stored earlier
 * may name a value twice, and a transaction takes no key twice. Changes of phase have terms of their own, so that the
 * matcher of events does not find who wants those.
 */
export function termsOf(filter: Filter): string[] {
  const terms = [...new Set(selectiveTerms(filter))];
  return isOfPhases(filter) ? terms.map(ofPhases) : terms;
}

const ofPhases = (term: string): string => `phase ${term}`;

/** Returns all terms under which filters that want a change of phase may be indexed. */
export const phaseTermsIn = (view: View): string[] => termsIn(view).map(ofPhases);

function selectiveTerms({ dyads, parties, topics, types, quadClasses, modality }: Filter): string[] {
  const [first, second] = [...new Set(parties?.all)].toSorted();
  if (dyads !== undefined) return dyads.map((dyad) => `dyad ${dyad}`);
  if (first !== undefined && second !== undefined) return [`dyad ${dyadOf(first, second)}`];
  if (topics !== undefined) return topics.map((topic) => `topic ${topic}`);
  if (first !== undefined) return [`party ${first}`];
  if (parties?.any !== undefined) return parties.any.map((party) => `party ${party}`);
  if (types !== undefined) return types.map((type) => `type ${type}`);
  if (quadClasses !== undefined) return quadClasses.map((quadClass) => `quad-class ${quadClass}`);
  if (modality !== undefined) return modality.map((value) => `modality ${value}`);
  return [any];
}

/** Returns all terms under which filters that want an event may be indexed. */
export const termsIn = ({ dyads, parties, topics = [], types, quadClass, modality }: View): string[] => [
  ...dyads.map((dyad) => `dyad ${dyad}`),
  ...topics.map((topic) => `topic ${topic}`),
  ...parties.map((party) => `party ${party}`),
  ...types.map((type) => `type ${type}`),
  ...(quadClass === undefined ? [] : [`quad-class ${quadClass}`]),
  ...(modality === undefined ? [] : [`modality ${modality}`]),
  any,
];
