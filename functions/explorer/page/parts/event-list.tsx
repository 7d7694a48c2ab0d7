import type { ComponentChildren, JSX } from 'preact';
import type { EventAsRead, Page } from '../api-types.ts';
import { Empty, Failed, Shown } from '../loaded.tsx';
import { t } from '../text/text.ts';
import { usePages } from '../use-pages.ts';
import { EventCard } from './event-card.tsx';
import { LongList } from './long-list.tsx';

interface EventListProps {
  /** What the list is known by: another one is loaded anew. */
  readonly name: string;
  readonly load: (cursor?: string) => Promise<Page<EventAsRead>>;
  /** What is shown where there is no event. */
  readonly empty?: ComponentChildren;
  /** What a card has as well. */
  readonly note?: (event: EventAsRead) => ComponentChildren;
}

/** Events as cards; further pages are loaded when they are asked for. */
export function EventList({ name, load, empty = <Empty />, note }: EventListProps): JSX.Element {
  return (
    <Shown of={usePages(name, load)}>
      {({ items, more, problem }) => (
        <>
          {items.length === 0 && empty}
          <LongList
            items={items}
            item={(event) => (
              <li key={event.id}>
                <EventCard event={event}>{note?.(event)}</EventCard>
              </li>
            )}
          />
          {problem !== undefined && <Failed problem={problem} />}
          {more !== undefined && (
            <button type="button" onClick={more}>
              {t.state.more}
            </button>
          )}
        </>
      )}
    </Shown>
  );
}
