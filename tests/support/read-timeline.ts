import type { Page } from '../../shared/page.ts';
import type { ListedEvent } from '../../shared/projections/event-list.ts';
import type { ReadModels } from '../../shared/projections/read-models.ts';
import { type EventsQuery, readEvents } from '../../shared/answers/read-events.ts';
import { timeline } from '../../shared/projections/timeline.ts';

export interface TimelineQuery extends Omit<EventsQuery, 'subject'> {
  readonly dyad: string;
}

/** A page of a dyad's timeline. */
export const readTimeline = async (
  store: Pick<ReadModels, 'rows'>,
  { dyad, ...query }: TimelineQuery,
): Promise<Page<ListedEvent>> => readEvents(store, timeline, { ...query, subject: dyad });
