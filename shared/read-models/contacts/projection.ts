import { type Contact, contactOf, isHighLevelVisit } from '#shared/domain/events/contact.ts';
import { quarterWithin } from '#shared/domain/dates/quarter.ts';
import { daySort } from '#shared/projections/engine/day-index.ts';
import { asOfRows } from '#shared/projections/engine/as-of-rows.ts';

/** Where the contacts of a quarter, of a dyad, and its visits of a minister or above are kept. */
export const ofQuarter = (quarter: string): string => `quarter/${quarter}`;
export const ofDyad = (dyad: string): string => `dyad/${dyad}`;
export const highLevelOf = (dyad: string): string => `dyad/${dyad}/high-level-visits`;

/**
 * Answers "who was in contact with whom?", in a quarter and between two, now and as it was known at any time. A contact that may have been
 * in one quarter or another is in none.
 */
export const contacts = asOfRows<Contact | null>({
  name: 'contacts',
  version: 2,
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
  entry: (event, { partition }) => {
    const contact = contactOf(event);
    if (contact === undefined) return null;
    // Of thirty parties there are 435 dyads: each row but the quarter's names its own alone.
    const own = contact.dyads.filter((dyad) => partition === ofDyad(dyad) || partition === highLevelOf(dyad));
    return own.length === 0 ? contact : { ...contact, dyads: own };
  },
});
