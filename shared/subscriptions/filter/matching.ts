import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { type Facets, facetsOf } from '#shared/domain/events/facets.ts';
import { findsText } from '#shared/domain/search/finds-text.ts';
import { type EventWords, wordsOfEvent } from '#shared/domain/search/words-of-event.ts';
import type { RecordedDiplomaticEvent, RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { eventAt } from '#shared/ledger/event-at.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import type { Filter } from './filter.ts';

/** An event as filters see it: its facets, the names by which `types` may select it, and the words of its texts. */
export type View = Facets & { readonly types: readonly string[]; readonly words: () => EventWords };

/** Returns whether a filter wants an event. */
export function wants(filter: Filter, view: View): boolean {
  const { types, parties, dyads, topics, quadClasses, modality, minCredibility, q } = filter;
  return (
    anyOf(types, view.types) &&
    anyOf(parties?.any, view.parties) &&
    (parties?.all === undefined || parties.all.every((party) => view.parties.includes(party))) &&
    anyOf(dyads, view.dyads) &&
    anyOf(topics, view.topics ?? []) &&
    anyOf(quadClasses, view.quadClass === undefined ? [] : [view.quadClass]) &&
    anyOf(modality, view.modality === undefined ? [] : [view.modality]) &&
    (minCredibility === undefined || (view.credibility ?? unassessed) <= minCredibility) &&
    (q === undefined || findsText(q, view.words()))
  );
}

/** The Admiralty code's 6: cannot be judged. */
const unassessed = 6;

const anyOf = (listed: readonly string[] | undefined, there: readonly string[]): boolean =>
  listed === undefined || listed.some((value) => there.includes(value));

/** Returns whether a filter wants everything. */
const wantsAll = (filter: Filter): boolean => Object.values(filter).every((part) => part === undefined);

/**
 * Returns the views of an event: itself, or, of a correction, the event it is about as first recorded and as corrected.
 */
export type Views = (event: RecordedEvent) => Promise<readonly View[]>;

/**
 * Makes the views of events of the ledger. A correction costs one query for the event that it is about, whose result is
 * remembered: since neither ever changes, the views are the same at any time.
 */
export function viewsFrom(ledger: Pick<LedgerReader, 'commits'>): Views {
  const originals = new Map<string, Promise<RecordedEvent | undefined>>();
  const originalOf = async (id: string): Promise<RecordedEvent | undefined> => {
    const known = originals.get(id) ?? eventAt(ledger, id);
    originals.set(id, known);
    return known;
  };
  return async (event) => {
    if (!isCorrection(event)) return [viewOf(event)];
    const original = await originalOf(event.of);
    if (original === undefined || isCorrection(original)) throw new Error(`${event.of} is corrected, but is no event`);
    return [original, correctedEvent(original, [event])].map((about) => viewOf(about, event.type));
  };
}

function viewOf(event: RecordedDiplomaticEvent, ...types: readonly string[]): View {
  let words: EventWords | undefined;
  return { ...facetsOf(event), types: [event.type, ...types], words: () => (words ??= wordsOfEvent(event)) };
}

/** Returns the events that a filter wants, in their order. */
export async function wanted<Event extends RecordedEvent>(
  filter: Filter,
  views: Views,
  events: readonly Event[],
): Promise<Event[]> {
  if (wantsAll(filter)) return [...events];
  const found: Event[] = [];
  for (const event of events) {
    if ((await views(event)).some((view) => wants(filter, view))) found.push(event);
  }
  return found;
}
