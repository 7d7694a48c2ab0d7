import type { JSX } from 'preact';
import { lists, type Visit } from '../../api-lists.ts';
import { Empty, Shown, useLoaded } from '../../loaded.tsx';
import { eventLink, partyName } from '../../party-name.ts';
import { saveFile } from '../../save-file.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t, words } from '../../text/text.ts';

const dateOf = ({ actual, planned }: Visit): string => actual?.date ?? planned?.date ?? '';

/** The visits of a party by month, the newest first, and as a calendar file. */
export function Calendar({ party }: { readonly party: string }): JSX.Element {
  const loaded = useLoaded(party, async () => lists.visits(party));
  const save = async (): Promise<void> => saveFile(`visits-${party}.ics`, 'text/calendar', await lists.calendar(party));
  return (
    <section aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t.party.visits}</h2>
      <Shown of={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty />
          ) : (
            <>
              {monthsOf(items).map(([month, visits]) => (
                <div key={month}>
                  <h3>{dateInWords(month)}</h3>
                  <ul>
                    {visits.map((visit) => (
                      <VisitLine key={visit.id} visit={visit} />
                    ))}
                  </ul>
                </div>
              ))}
              <button type="button" onClick={() => void save()}>
                {t.party.ics}
              </button>
            </>
          )
        }
      </Shown>
    </section>
  );
}

const monthsOf = (visits: readonly Visit[]): readonly (readonly [string, readonly Visit[]])[] =>
  [...Map.groupBy(visits, (visit) => dateOf(visit).replaceAll(/[~?%]/g, '').slice(0, 7))].toSorted(([one], [other]) =>
    one < other ? 1 : -1,
  );

function VisitLine({ visit }: { readonly visit: Visit }): JSX.Element {
  const { visitors, hosts, status, summary, events } = visit;
  const names = (parties: readonly string[]) => parties.map(partyName).join(', ');
  return (
    <li>
      {dateInWords(dateOf(visit))}: {t.party.visitOf(names(visitors), names(hosts))} ({words(status).toLowerCase()}).{' '}
      {events[0] !== undefined && <a href={eventLink(events[0].id)}>{summary ?? visit.id}</a>}
    </li>
  );
}
