import { documentsOf } from './documents.ts';
import type { DiplomaticEvent } from './new-event.ts';

/** The fields of an event that are compared to find duplicates. */
export interface Likeness {
  readonly type: string;
  readonly occurred: string;
  readonly modality: string;
  readonly participants: DiplomaticEvent['participants'];
  readonly partOf?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly country?: string | undefined;
  readonly city?: string | undefined;
  /** Fields of one type: the title of an agreement, the kind of aid, the claim of an assessment … */
  readonly about?: string | undefined;
  /** The documents that it rests on. */
  readonly documents?: readonly string[] | undefined;
  /** Events that resemble it and are known to be others. */
  readonly distinctFrom?: readonly string[] | undefined;
}

/** What is compared; one that is not recorded yet has no id. */
export type Compared = Likeness & { readonly id?: string | undefined };

/** An event to compare with others. */
export interface Comparable extends Likeness {
  readonly id: string;
}

/** Returns the fields of an event that are compared. */
export function likenessOf(event: DiplomaticEvent & Pick<Likeness, 'distinctFrom'>): Likeness {
  const { type, occurred, modality, participants, partOf, topics, place, distinctFrom } = event;
  const [about] = ['title', 'kind', 'claim', 'field'].map((name): unknown => Reflect.get(event, name)).filter(isText);
  const documents = documentsOf(event);
  const where = { country: place?.country, city: place?.city };
  return { type, occurred, modality, participants, partOf, topics, ...where, about, documents, distinctFrom };
}

const isText = (value: unknown): value is string => typeof value === 'string';
