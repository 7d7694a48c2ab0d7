import { eventId } from '#shared/domain/events/event-address.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { knownBetween } from '#shared/projections/engine/day-index.ts';
import { type BriefEvent, briefOf, type EventList, type ListEntry } from '#shared/projections/engine/event-list.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

/** An event in a few words, where a summary leads to it. */
export interface ShortEvent {
  readonly id: string;
  readonly type: string;
  readonly occurred: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Cut where it is long. */
  readonly summary?: string;
}

/** An end of a list. */
export interface EndAsked {
  /** What the events are about, as the list names it. */
  readonly subject: string;
  readonly order: 'oldest' | 'newest';
  /** The instant (UTC) of the knowledge; absent: now. */
  readonly asOf?: string | undefined;
}

/** Rows read at a time: as a rule the first of them is held. */
const rowsTogether = 10;

/**
 * The first or the last event of a subject that was held, of a party in which it took part: one query, and as of an
 * instant two.
 */
export async function heldAtEnd(store: RowReader, list: EventList, { subject, order, asOf }: EndAsked): Promise<ShortEvent | null> {
  const direction = order === 'oldest' ? ('ascending' as const) : ('descending' as const);
  const range = { partition: subject, order: direction, asOf, pageSize: rowsTogether };
  for await (const { entry } of knownBetween(store, list, range)) {
    const [id, brief] = briefIn(entry);
    if (brief.modality !== 'held' || brief.withdrawn === true || entry.mentioned === true) continue;
    const { type, occurred, summary } = brief;
    return { id, type, occurred, ...occurredRange(occurred), ...(summary !== undefined && { summary }) };
  }
  return null;
} // prettier-ignore

function briefIn({ event, of: [stream, version] = ['', 0], brief }: ListEntry): readonly [id: string, brief: BriefEvent] {
  if (event !== undefined) return [eventId(event.stream, event.version), briefOf(event)];
  if (brief === undefined) throw new Error(`The row of ${eventId(stream, version)} does not say what it is`);
  return [eventId(stream, version), brief];
} // prettier-ignore
