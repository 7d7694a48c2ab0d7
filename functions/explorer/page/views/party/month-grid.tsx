import type { Visit } from '../../api-types.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { daysLater, firstDayOf, lastDayOf, monthsLater } from '#shared/domain/dates/calendar.ts';
import type { JSX } from 'preact';
import { eventLink, partyName } from '../../party-name.ts';
import { parameter, setParameters } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { locale, t, words } from '../../text/text.ts';

/** A visit whose date is wider than this has no day of its own in the grid. */
const mostDays = 14;

export const dateOf = ({ actual, planned }: Visit): string => actual?.date ?? planned?.date ?? '';

interface Placed {
  readonly visit: Visit;
  readonly from: string;
  readonly to: string;
  readonly isOnDays: boolean;
}

/** The visits that fall into a month, those of which the days are known apart from the others. */
function inMonth(visits: readonly Visit[], month: string): readonly Placed[] {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return visits.flatMap((visit): Placed[] => {
    const { from, to } = occurredRange(dateOf(visit));
    if (from === null || to === null || to < first || from > last) return [];
    return [{ visit, from, to, isOnDays: to <= daysLater(from, mostDays) }];
  });
}

/** The weeks of a month, Monday first; undefined is a day of another month. */
function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const first = firstDayOf(month);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: 42 }, (_, index) => daysLater(first, index - before));
  const weeks = Array.from({ length: 6 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return weeks
    .map((week) => week.map((day) => (day.startsWith(month) ? day : undefined)))
    .filter((week) => week.some((day) => day !== undefined));
}

const weekday = (style: 'short' | 'long') => new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
/** Monday to Sunday of some week. */
const weekdays = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2024, 0, 1 + index)));

/** The visits of a month as a calendar, with a way to the months before and after. */
export function MonthGrid({ visits }: { readonly visits: readonly Visit[] }): JSX.Element {
  const newest =
    visits
      .map((visit) => occurredRange(dateOf(visit)).from ?? '')
      .toSorted()
      .at(-1) ?? '';
  const month = parameter('month') ?? newest.slice(0, 7);
  const placed = inMonth(visits, month);
  const on = (day: string) => placed.filter(({ from, to, isOnDays }) => isOnDays && from <= day && day <= to);
  const loose = placed.filter(({ isOnDays }) => !isOnDays);
  const go = (months: number) => () => setParameters({ month: monthsLater(month, months) }, true);
  return (
    <>
      <p class="range">
        <button type="button" onClick={go(-1)}>
          {t.party.monthBefore}
        </button>
        <label>
          {t.chart.month}{' '}
          <input
            type="month"
            value={month}
            onChange={({ currentTarget: { value } }) => setParameters({ month: value }, true)}
          />
        </label>
        <button type="button" onClick={go(1)}>
          {t.party.monthAfter}
        </button>
      </p>
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.party.calendarOf(dateInWords(month))}>
        <table class="month">
          <caption>{dateInWords(month)}</caption>
          <thead>
            <tr>
              {weekdays.map((day) => (
                <th key={day.getUTCDay()} scope="col" abbr={weekday('long').format(day)}>
                  {weekday('short').format(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week, index) => (
              <tr key={index}>
                {week.map((day, place) => (
                  <td key={place} class={day === undefined ? 'other' : ''}>
                    {day !== undefined && (
                      <>
                        <time dateTime={day}>{Number(day.slice(8))}</time>
                        {on(day).map(({ visit }) => (
                          <VisitLink key={visit.id} visit={visit} />
                        ))}
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {loose.length > 0 && (
        <>
          <p class="hint">{t.party.dayUnknown}</p>
          <ul>
            {loose.map(({ visit }) => (
              <li key={visit.id}>
                {dateInWords(dateOf(visit))}: <VisitLink visit={visit} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function VisitLink({ visit }: { readonly visit: Visit }): JSX.Element {
  const { visitors, hosts, status, events, summary } = visit;
  const names = (parties: readonly string[]) => parties.map(partyName).join(', ');
  const said = t.party.visitOf(names(visitors), names(hosts));
  const [first] = events;
  return (
    <span class={`visit ${status}`} title={summary ?? undefined}>
      {first === undefined ? said : <a href={eventLink(first.id)}>{said}</a>} ({words(status).toLowerCase()})
    </span>
  );
}
