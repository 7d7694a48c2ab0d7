import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Empty } from '../../loaded.tsx';
import { isConnected, markAsRead, news } from '../../news.ts';
import { EventCard } from '../../parts/event-card.tsx';
import { eventLink } from '../../party-name.ts';
import { t, words } from '../../text/text.ts';
import type { EventAsRead } from '../../api-types.ts';

/** What is recorded while the page is open, as it comes. */
export function NewsView(): JSX.Element {
  const events = news.value;
  useEffect(() => markAsRead(), [events]);
  return (
    <section class="news">
      <h1>{t.nav.news}</h1>
      <p role="status" class={isConnected.value ? 'hint' : 'problem'}>
        {isConnected.value ? t.news.connected : t.news.disconnected}
      </p>
      <h2>{t.news.since}</h2>
      {events.length === 0 ? (
        <Empty>{t.news.empty}</Empty>
      ) : (
        <ol class="cards">
          {events.map((event) => (
            <li key={event.id}>{'of' in event ? <Correction event={event} /> : <EventCard event={event} />}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** A correction, with the way to the event that it is about. */
function Correction({ event }: { readonly event: EventAsRead }): JSX.Element {
  const of = typeof event.of === 'string' ? event.of : '';
  return (
    <article class="card">
      <p class="summary">
        <a href={eventLink(of)}>{t.news.correction(words(event.type), of)}</a>
      </p>
      {event.occurred !== undefined && <p>{event.occurred}</p>}
      {event.summary !== undefined && <p>{event.summary}</p>}
    </article>
  );
}
