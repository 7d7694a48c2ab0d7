import type { JSX } from 'preact';
import type { EventAsRead, Page } from '../../api-types.ts';
import { get } from '../../http.ts';
import { Empty, Shown, useLoaded } from '../../loaded.tsx';
import { EventCard } from '../../parts/event-card.tsx';
import { words } from '../../text/text.ts';

/** The newest events of a topic. */
export function TopicView({ topic }: { readonly topic: string }): JSX.Element {
  const path = `/topics/${encodeURIComponent(topic)}/events`;
  const loaded = useLoaded(topic, async () => get<Page<EventAsRead>>(path, { limit: 200 }));
  return (
    <article>
      <h1>{words(topic)}</h1>
      <Shown of={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty />
          ) : (
            <ol class="cards">
              {items.map((event) => (
                <li key={event.id}>
                  <EventCard event={event} />
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
    </article>
  );
}
