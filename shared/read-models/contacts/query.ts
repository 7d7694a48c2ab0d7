import { type Contact, isHighLevelVisit } from '#shared/domain/events/contact.ts';
import { daysOfQuarter } from '#shared/domain/dates/quarter.ts';
import { contacts, highLevelOf, type NoContact, ofDyad, ofQuarter, unplacedIn } from './projection.ts';
import { knownIn, partitionsKnown, placesIn } from '#shared/projections/engine/as-of-rows.ts';
import { jsonBytes } from '#shared/page-size.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

type Store = Pick<RowReader, 'rows' | 'load' | 'upTo' | 'knownBy'>;

/** Rows of a quarter, or of what is unplaced in a year, that are read at most, and bytes of them. */
export const mostRows = 20_000;
export const mostBytes = 8 * 1024 * 1024;

/** Contacts in the order of their days. */
export interface ContactsFound {
  readonly contacts: readonly Contact[];
  /** Whether later ones were left out. */
  readonly isCut: boolean;
}

/** The contacts of a quarter: one query of rows of about 250 bytes, so 20 000 contacts are about 1 250 read units. */
export const contactsOfQuarter = async (store: Store, quarter: string, asOf?: string): Promise<ContactsFound> =>
  firstOf(store, ofQuarter(quarter), asOf);

async function firstOf(store: Store, partition: string, asOf: string | undefined): Promise<ContactsFound> {
  const found: Contact[] = [];
  let [seen, bytes] = [0, 0];
  for await (const { entry, rows } of placesIn(store, contacts, { partition, order: 'ascending', asOf })) {
    seen += rows.length;
    bytes += jsonBytes(rows);
    if (seen > mostRows || bytes > mostBytes) return { contacts: found, isCut: true };
    if (isContact(entry)) found.push(entry);
  }
  return { contacts: found, isCut: false };
}

/** Most unplaced or multilateral contacts that are listed. */
const mostListed = 100;

/** Contacts that may have been in a quarter and are in none. */
export interface Unplaced {
  readonly n: number;
  /** The first of them. */
  readonly items: readonly Pick<Contact, 'id' | 'kind' | 'occurred' | 'dyads' | 'parties'>[];
  /** Whether the year has more than were read. */
  readonly isCut: boolean;
}

/** Contacts among many, which tie no two of them. */
export interface Multilateral {
  readonly n: number;
  /** The first of them. */
  readonly items: readonly Pick<Contact, 'id' | 'kind' | 'occurred' | 'parties'>[];
}

/** The multilateral contacts among those of a quarter. */
export function multilateralAmong(contactsFound: readonly Contact[]): Multilateral {
  const items = contactsFound.flatMap(({ id, kind, occurred, parties }) =>
    parties === undefined ? [] : [{ id, kind, occurred, parties }],
  );
  return { n: items.length, items: items.slice(0, mostListed) };
}

/** The contacts of a quarter's year that may have been in the quarter, and are dated too vaguely for it. */
export async function unplacedInQuarter(store: Store, quarter: string, asOf?: string): Promise<Unplaced> {
  const days = daysOfQuarter(quarter);
  const { contacts: ofYear, isCut } = await firstOf(store, unplacedIn(quarter.slice(0, 4)), asOf);
  const possible = ofYear.filter(({ from, to }) => (from ?? '') <= days.to && (to ?? days.to) >= days.from);
  const items = possible
    .slice(0, mostListed)
    .map(({ id, kind, occurred, dyads, parties }) => ({ id, kind, occurred, dyads, ...(parties && { parties }) }));
  return { n: possible.length, items, isCut };
}

/** The contact of a dyad that began last, and the visit of a minister or above among the newest. */
export interface NewestContacts {
  readonly contact: Contact | undefined;
  readonly highLevelVisit: Contact | undefined;
  /** Whether there are older contacts, and no such visit among the newest. */
  readonly hasOlder: boolean;
}

/** Newest contacts of a dyad that are read at once. */
const newestTogether = 25;

/** The newest contacts of a dyad: one query. */
export async function newestContacts(store: Store, dyad: string, asOf?: string): Promise<NewestContacts> {
  let contact: Contact | undefined;
  let seen = 0;
  for await (const each of newestFirst(store, ofDyad(dyad), asOf)) {
    if (seen === newestTogether) return { contact, highLevelVisit: undefined, hasOlder: true };
    contact ??= each;
    if (isHighLevelVisit(each)) return { contact, highLevelVisit: each, hasOlder: false };
    seen += 1;
  }
  return { contact, highLevelVisit: undefined, hasOlder: false };
}

/** The visit of a minister or above that began last. */
export async function lastHighLevelVisit(store: Store, dyad: string, asOf?: string): Promise<Contact | undefined> {
  for await (const contact of newestFirst(store, highLevelOf(dyad), asOf)) return contact;
  return undefined;
}

/** The partitions that hold the visits of a minister or above: a few dozen rows. */
export const highLevelPartitions = (dyad: string, asOf?: string): string[] =>
  partitionsKnown(contacts, highLevelOf(dyad), asOf);

async function* newestFirst(store: Store, partition: string, asOf?: string): AsyncGenerator<Contact> {
  const range = { partition, order: 'descending', asOf, pageSize: newestTogether + 2 } as const;
  for await (const { entry } of knownIn(store, contacts, range)) if (isContact(entry)) yield entry;
}

const isContact = (entry: Contact | NoContact | null): entry is Contact => entry?.kind !== undefined;
