import type { JSX } from 'preact';
import { lists, type Party } from '../../api-lists.ts';
import { Empty, Shown, useLoaded } from '../../loaded.tsx';
import { eventLink, partyName } from '../../party-name.ts';
import { parameter, setParameters } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { count, t } from '../../text/text.ts';
import { Calendar } from './calendar.tsx';
import { Agreements, Sanctions } from './matters.tsx';
import { Offices } from './offices.tsx';
import { Partners } from './partners.tsx';

const usualMonths = 24;

/** Answers "where does this party stand, with whom, and who acts for it?" */
export function PartyView({ party }: { readonly party: string }): JSX.Element {
  const loaded = useLoaded(party, async () => lists.party(party));
  return (
    <article class="party">
      <h1>{partyName(party)}</h1>
      <Shown of={loaded}>{(profile) => <Profile profile={profile} />}</Shown>
    </article>
  );
}

function Profile({ profile }: { readonly profile: Party }): JSX.Element {
  const { party, n, unheld, lastEvent } = profile;
  if (n + unheld === 0) return <Empty />;
  const { from, to } = shownMonths(profile);
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t.relation.counts}</dt>
          <dd>{t.relation.counted(count(n), count(unheld))}</dd>
        </div>
        {lastEvent !== null && (
          <div>
            <dt>{t.relation.lastEvent}</dt>
            <dd>
              <a href={eventLink(lastEvent.id)}>
                {dateInWords(lastEvent.occurred)}: {lastEvent.summary}
              </a>
            </dd>
          </div>
        )}
      </dl>
      <p class="range">
        <label>
          {t.chart.from}{' '}
          <input
            type="month"
            value={from}
            onChange={({ currentTarget: { value } }) => setParameters({ from: value }, true)}
          />
        </label>
        <label>
          {t.chart.to}{' '}
          <input
            type="month"
            value={to}
            onChange={({ currentTarget: { value } }) => setParameters({ to: value }, true)}
          />
        </label>
      </p>
      <Partners profile={profile} from={from} to={to} />
      <Calendar party={party} />
      <Offices party={party} />
      <section aria-labelledby="agreements-title">
        <h2 id="agreements-title">{t.nav.agreements}</h2>
        <Agreements whose={{ party }} />
      </section>
      <section aria-labelledby="sanctions-title">
        <h2 id="sanctions-title">{t.nav.sanctions}</h2>
        <Sanctions whose={{ party }} />
      </section>
    </>
  );
}

/** The months that the address names, or the two years before the last event. */
function shownMonths({ lastEvent }: Party): { from: string; to: string } {
  const last = /\d{4}-\d{2}/.exec(lastEvent?.occurred ?? '')?.[0] ?? new Date().toISOString().slice(0, 7);
  const date = new Date(`${last}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1 - usualMonths);
  return { from: parameter('from') ?? date.toISOString().slice(0, 7), to: parameter('to') ?? last };
}
