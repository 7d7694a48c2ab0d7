import type { Page } from '../page.ts';
import type { ListedEvent } from './event-list.ts';
import type { ReadModels } from './read-models.ts';
import { type EventsQuery, readEvents } from './read-events.ts';
import { timeline } from './timeline.ts';

export interface TimelineQuery extends Omit<EventsQuery, 'subject'> {
  readonly dyad: string;
}

/** A page of a dyad's timeline. */
export const readTimeline = async (
  store: Pick<ReadModels, 'rows'>,
  { dyad, ...query }: TimelineQuery,
): Promise<Page<ListedEvent>> => readEvents(store, timeline, { ...query, subject: dyad });
