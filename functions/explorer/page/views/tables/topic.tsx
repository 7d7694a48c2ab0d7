import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import { followFilters } from '../../follow-filters.ts';
import { EventList } from '../../parts/event-list.tsx';
import { FollowThis } from '../../parts/follow-this.tsx';
import { Missing } from '../../parts/missing.tsx';
import { href } from '../../place.ts';
import { t, words } from '../../text/text.ts';

/** The events of a topic, the newest first. */
export function TopicView({ topic }: { readonly topic: string }): JSX.Element {
  const none = (
    <Missing title={t.tables.noTopic(words(topic))} hint={t.tables.noTopicHint}>
      <li>
        <a href={href('/topics')}>{t.nav.topics}</a>
      </li>
    </Missing>
  );
  return (
    <article>
      <h1>{words(topic)}</h1>
      <FollowThis what={t.follow.what.topic(words(topic))} filter={followFilters.topic(topic)} />
      <EventList name={topic} load={async (cursor) => lists.eventsOfTopic(topic, cursor)} empty={none} />
    </article>
  );
}
