import { quadClassOf } from '#shared/domain/scoring/quad-class.ts';
import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import type { RecordedDiplomaticEvent, RecordedEvent } from './recorded-event.ts';

/** The fields by which subscribers select events. */
export interface Facets {
  /** Parties that take part. */
  readonly parties: readonly string[];
  /** Pairs of them, and those that the event is said to bear on. */
  readonly dyads: readonly string[];
  /** Absent where there are none. */
  readonly topics?: readonly string[];
  readonly quadClass?: string;
  readonly modality?: string;
  /** Admiralty credibility, 1 to 6; absent until it is assessed. */
  readonly credibility?: number;
}

/**
 * Returns the facets of an event. Those of a correction are the facets of the event that it is about, before and after
 * it: a follower of a party sees that an event of the party was corrected, also when the correction removes the party.
 */
export function facetsOf(event: RecordedEvent, about?: RecordedDiplomaticEvent): Facets {
  if (!isCorrection(event)) return ownFacets(event);
  if (about === undefined)
    throw new Error(`${event.id} is about ${event.of}, which is needed to tell whom it concerns`);
  const [before, after] = [ownFacets(about), ownFacets(correctedEvent(about, [event]))];
  const both = (facet: 'parties' | 'dyads') => union(before[facet], after[facet]);
  return { ...after, parties: both('parties'), dyads: both('dyads'), ...topicsOf(before.topics, after.topics) };
}

function ownFacets(event: RecordedDiplomaticEvent): Facets {
  const { participants, topics, modality, cameo, evidence } = event;
  return {
    parties: union(participants.map(({ party }) => party)),
    dyads: union(dyadsConcerned(event)),
    ...topicsOf(topics),
    ...(cameo !== undefined && { quadClass: quadClassOf(cameo) }),
    modality,
    ...(evidence?.credibility !== undefined && { credibility: evidence.credibility }),
  };
}

function union(...lists: (readonly string[])[]): string[] {
  const all = lists.flat();
  return all.length < 2 ? all : [...new Set(all)].toSorted();
}

function topicsOf(...lists: (readonly string[] | undefined)[]): Pick<Facets, 'topics'> {
  const topics = union(...lists.map((list) => list ?? []));
  return topics.length === 0 ? {} : { topics };
}
