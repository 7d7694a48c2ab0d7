import { type Contact, contactOf, isHighLevelVisit } from '#shared/domain/events/contact.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { quarterOfFirst } from '#shared/domain/dates/quarter.ts';
import { daySort } from '#shared/projections/engine/day-index.ts';
import { asOfRows } from '#shared/projections/engine/as-of-rows.ts';

/** Where the contacts of a quarter, of a dyad, and its visits of a minister or above are kept. */
export const ofQuarter = (quarter: string): string => `quarter/${quarter}`;
/** Where the contacts of a year are kept that are in no quarter. */
export const unplacedIn = (year: string): string => `unplaced/${year}`;
export const ofDyad = (dyad: string): string => `dyad/${dyad}`;
export const highLevelOf = (dyad: string): string => `dyad/${dyad}/high-level-visits`;

/**
 * An event that would be a contact and was not held: it keeps its place, for those who do not know that yet, or any
 * more.
 */
export interface NoContact {
  readonly id: string;
  readonly kind?: undefined;
}

/**
 * Answers "who was in contact with whom?", in a quarter and between two, now and as it was known at any time. A contact
 * is in the quarter of its first possible day if all its days lie in at most two quarters; any other is listed as
 * unplaced in the years of its first and last day. A multilateral contact is in its quarter, and in no dyad.
 */
export const contacts = asOfRows<Contact | NoContact>({
  name: 'contacts',
  version: 4,
  places: (event) => {
    const contact = contactOf(asHeld(event));
    if (contact === undefined) return [];
    const quarter = quarterOfFirst(contact);
    const partitions = [
      ...(quarter === undefined ? unplacedYears(contact).map(unplacedIn) : [ofQuarter(quarter)]),
      ...contact.dyads.map(ofDyad),
      ...(isHighLevelVisit(contact) ? contact.dyads.map(highLevelOf) : []),
    ];
    return partitions.map((partition) => ({ partition, sort: daySort(contact.from, event.position) }));
  },
  entry: (event, { partition }) => {
    const contact = contactOf(event);
    if (contact === undefined) return { id: event.id };
    // Of eight parties there are 28 dyads: each row but the quarter's names its own alone.
    const own = contact.dyads.filter((dyad) => partition === ofDyad(dyad) || partition === highLevelOf(dyad));
    return own.length === 0 ? contact : { ...contact, dyads: own };
  },
});

const asHeld = ({ withdrawn: _withdrawn, ...event }: SeenEvent): SeenEvent => ({ ...event, modality: 'held' });

/** Returns the years of the first and the last possible day of a contact, as far as these are known. */
const unplacedYears = ({ from, to }: Contact): string[] => [
  ...new Set([from, to].flatMap((day) => day?.slice(0, 4) ?? [])),
];
