import type { Person } from '../../api-types.ts';
import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import { followFilters } from '../../follow-filters.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { EventList } from '../../parts/event-list.tsx';
import { FollowThis } from '../../parts/follow-this.tsx';
import { Missing } from '../../parts/missing.tsx';
import { partyLink, partyName } from '../../party-name.ts';
import { href } from '../../place.ts';
import { count, t } from '../../text/text.ts';
import { nameOf } from './name-of.ts';

/** A person: the names and offices that events give, and the events. */
export function PersonView({ id }: { readonly id: string }): JSX.Element {
  const loaded = useLoaded(id, async () => lists.person(id));
  const missing = (
    <Missing isPage title={t.tables.noPerson} hint={t.tables.noPersonHint}>
      <li>
        <a href={href('/people')}>{t.nav.people}</a>
      </li>
    </Missing>
  );
  return (
    <article>
      <Shown of={loaded} missing={{ named: 'id', shown: missing }}>
        {(person) => (
          <>
            <h1>{nameOf(person)}</h1>
            <Facts of={person} />
            <FollowThis what={t.follow.what.person(nameOf(person))} filter={followFilters.person(nameOf(person))} />
            <h2>{t.party.newest}</h2>
            <EventList name={id} load={async (cursor) => lists.eventsOfPerson(id, cursor)} />
          </>
        )}
      </Shown>
    </article>
  );
}

function Facts({ of: { names, offices, parties, events } }: { readonly of: Person }): JSX.Element {
  const [, ...others] = names;
  return (
    <dl class="facts">
      <div>
        <dt>{t.party.actsFor}</dt>
        <dd>
          {parties.map((party) => (
            <a key={party} class="line" href={partyLink(party)}>
              {partyName(party)}
            </a>
          ))}
        </dd>
      </div>
      {offices.length > 0 && (
        <div>
          <dt>{t.party.office}</dt>
          <dd>
            {offices.map(({ office }) => (
              <span key={office} class="line">
                {office}
              </span>
            ))}
          </dd>
        </div>
      )}
      {others.length > 0 && (
        <div>
          <dt>{t.party.alsoWritten}</dt>
          <dd>{others.map(({ name }) => name).join('; ')}</dd>
        </div>
      )}
      <div>
        <dt>{t.tables.eventsNaming}</dt>
        <dd>{count(events)}</dd>
      </div>
    </dl>
  );
}
