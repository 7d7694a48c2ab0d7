import { type Contact, contactOf, isHighLevelVisit } from '../domain/contact.ts';
import { quarterWithin } from '../domain/quarter.ts';
import { daySort } from './day-index.ts';
import { knowledge, knownIn } from './knowledge.ts';
import type { ReadModels } from './read-models.ts';

const ofQuarter = (quarter: string): string => `quarter/${quarter}`;
const ofDyad = (dyad: string): string => `dyad/${dyad}`;
const highLevelOf = (dyad: string): string => `dyad/${dyad}/high-level-visits`;

/**
 * Answers "who was in contact with whom?", in a quarter and between two, now and as it was known at any time. A contact that may have been
 * in one quarter or another is in none.
 */
export const contacts = knowledge<Contact | null>({
  name: 'contacts',
  version: 1,
  places: (event) => {
    const contact = contactOf(event);
    if (contact === undefined) return [];
    const quarter = quarterWithin(contact);
    const partitions = [
      ...(quarter === undefined ? [] : [ofQuarter(quarter)]),
      ...contact.dyads.map(ofDyad),
      ...(isHighLevelVisit(contact) ? contact.dyads.map(highLevelOf) : []),
    ];
    return partitions.map((partition) => ({ partition, sort: daySort(contact.from, event.position) }));
  },
  entry: (event) => contactOf(event) ?? null,
});

type Store = Pick<ReadModels, 'rows'>;

/** The contacts of a quarter: one query of rows of about 250 bytes, so 20 000 contacts are about 1 250 read units. */
export async function contactsOfQuarter(store: Store, quarter: string, asOf?: string): Promise<Contact[]> {
  const range = { partition: ofQuarter(quarter), order: 'ascending', asOf } as const;
  const found: Contact[] = [];
  for await (const { entry } of knownIn(store, contacts, range)) if (entry !== null) found.push(entry);
  return found;
}

/** The contact of a dyad that began last. */
export const lastContact = async (store: Store, dyad: string, asOf?: string): Promise<Contact | undefined> =>
  lastIn(store, ofDyad(dyad), asOf);

/** The visit of a minister or above that began last. */
export const lastHighLevelVisit = async (store: Store, dyad: string, asOf?: string): Promise<Contact | undefined> =>
  lastIn(store, highLevelOf(dyad), asOf);

async function lastIn(store: Store, partition: string, asOf?: string): Promise<Contact | undefined> {
  const newestFirst = { partition, order: 'descending', asOf, pageSize: 10 } as const;
  for await (const { entry } of knownIn(store, contacts, newestFirst)) {
    if (entry !== null) return entry;
  }
  return undefined;
}
