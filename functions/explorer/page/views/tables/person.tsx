import type { JSX } from 'preact';
import type { EventAsRead, Page } from '../../api-types.ts';
import { lists } from '../../api-lists.ts';
import { get } from '../../http.ts';
import { Empty, Shown, useLoaded } from '../../loaded.tsx';
import { EventCard } from '../../parts/event-card.tsx';
import { partyLink, partyName } from '../../party-name.ts';

/** A person: the offices that events name, and the events. */
export function PersonView({ id }: { readonly id: string }): JSX.Element {
  const loaded = useLoaded(id, async () => {
    const path = `/people/${encodeURIComponent(id)}/events`;
    const [person, events] = await Promise.all([lists.person(id), get<Page<EventAsRead>>(path, { limit: 200 })]);
    return { person, events: events.items };
  });
  return (
    <article>
      <Shown of={loaded}>
        {({ person, events }) => (
          <>
            <h1>{person.names[0]?.name ?? id}</h1>
            <p>
              {person.parties.map((party) => (
                <a key={party} href={partyLink(party)}>
                  {partyName(party)}{' '}
                </a>
              ))}
              {person.offices.map(({ office }) => office).join('; ')}
            </p>
            {events.length === 0 && <Empty />}
            <ol class="cards">
              {events.map((event) => (
                <li key={event.id}>
                  <EventCard event={event} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Shown>
    </article>
  );
}
