import type { Party } from '../../api-types.ts';
import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import { followFilters } from '../../follow-filters.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { FollowThis } from '../../parts/follow-this.tsx';
import { Missing } from '../../parts/missing.tsx';
import { partyName } from '../../party-name.ts';
import { parameter, setParameters } from '../../place.ts';
import { count, t } from '../../text/text.ts';
import { Calendar } from './calendar.tsx';
import { Agreements, Sanctions } from './matters.tsx';
import { Offices } from './offices.tsx';
import { Partners } from './partners.tsx';
import { Standing } from './standing.tsx';

const usualMonths = 24;

/** Answers "where does this party stand, with whom, and who acts for it?" */
export function PartyView({ party }: { readonly party: string }): JSX.Element {
  const loaded = useLoaded(party, async () => lists.party(party));
  const missing = <Missing title={t.find.unknown(party)} hint={t.party.nothingHint} />;
  return (
    <article class="party">
      <h1>{partyName(party)}</h1>
      <Shown of={loaded} missing={{ named: 'party', shown: missing }}>
        {(profile) => <Profile profile={profile} />}
      </Shown>
    </article>
  );
}

function Profile({ profile }: { readonly profile: Party }): JSX.Element {
  const { party, n, unheld, partners, partnerCount } = profile;
  if (n + unheld + partners.length === 0)
    return <Missing title={t.party.nothing(partyName(party))} hint={t.party.nothingHint} />;
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t.party.counts}</dt>
          <dd>{t.relation.counted(count(n), count(unheld))}</dd>
        </div>
        <div>
          <dt>{t.party.partnerCount}</dt>
          <dd>{t.party.partnerCounted(count(partnerCount))}</dd>
        </div>
      </dl>
      <FollowThis what={t.follow.what.party(partyName(party))} filter={followFilters.party(party)} />
      <Standing party={party} />
      <Partners profile={profile} {...shownMonths(profile)} choice={<MonthChoice {...shownMonths(profile)} />} />
      <Calendar party={party} />
      <Offices party={party} />
      <section aria-labelledby="agreements-title">
        <h2 id="agreements-title">{t.nav.agreements}</h2>
        <Agreements whose={{ party }} />
      </section>
      <section aria-labelledby="sanctions-title">
        <h2 id="sanctions-title">{t.party.sanctions}</h2>
        <Sanctions whose={{ party }} />
      </section>
    </>
  );
}

/** Chooses the months whose scores are shown. */
function MonthChoice({ from, to }: { readonly from: string; readonly to: string }): JSX.Element {
  return (
    <p class="range" role="group" aria-label={t.party.time}>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {t.chart[name]}{' '}
          <input
            type="month"
            value={{ from, to }[name]}
            onChange={({ currentTarget: { value } }) => setParameters({ [name]: value }, true)}
          />
        </label>
      ))}
    </p>
  );
}

/** The months that the address names, or the two years before the last event. */
function shownMonths({ lastEvent }: Party): { from: string; to: string } {
  const last = /\d{4}-\d{2}/.exec(lastEvent?.occurred ?? '')?.[0] ?? new Date().toISOString().slice(0, 7);
  const date = new Date(`${last}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1 - usualMonths);
  return { from: parameter('from') ?? date.toISOString().slice(0, 7), to: parameter('to') ?? last };
}
