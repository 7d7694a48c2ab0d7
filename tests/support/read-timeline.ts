import type { Page } from '#shared/page.ts';
import type { ListedEvent } from '#shared/projections/engine/event-list.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { type EventsQuery, readEvents } from '#shared/read-models/timeline/query.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';

export interface TimelineQuery extends Omit<EventsQuery, 'subject'> {
  readonly dyad: string;
}

/** A page of a dyad's timeline. */
export const readTimeline = async (store: RowReader, { dyad, ...query }: TimelineQuery): Promise<Page<ListedEvent>> =>
  readEvents(store, timeline, { ...query, subject: dyad });
