import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { occurredCertainty } from '#shared/domain/dates/occurred-range.ts';
import type { Dated } from '#shared/domain/lifecycles/lifecycle-step.ts';
import type { Visit, VisitStatus } from '#shared/domain/lifecycles/visit.ts';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import type { ListPage } from '#shared/api/protocol/list-reply.ts';
import { nextLink } from '#shared/api/protocol/next-link.ts';
import { calendarMediaType } from '#shared/api/protocol/record-media-types.ts';

/**
 * Visits as an iCalendar of all-day events. One without a known day is left out; one whose days are uncertain says so
 * in its summary. The same knowledge gives the same text: `UID` is the stream, `DTSTAMP` and `SEQUENCE` follow what is
 * recorded.
 */
export function calendarReply(request: HttpRequest, { items, next }: ListPage<Visit>, name: string): HttpReply {
  const calendar = ical({ name, prodId: { company: 'Chancery', product: 'Visits' } });
  for (const visit of items) {
    const days = daysOf(visit);
    if (days !== undefined) calendar.createEvent({ ...calendarEvent(visit), ...days });
  }
  return {
    statusCode: 200,
    headers: {
      Vary: 'Accept',
      ...nextLink(request, 'cursor', next),
      'Content-Type': `${calendarMediaType}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}.ics"`,
    },
    body: calendar.toString(),
  };
}

/**
 * The first day, and the day after the last: all-day events end before that. Of an open interval the known end stands
 * for both.
 */
function daysOf({ actual, planned }: Visit): { start: Date; end: Date; allDay: true } | undefined {
  const { from, to } = actual ?? planned ?? { from: null, to: null };
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) return undefined;
  return { start: new Date(first), end: new Date(Date.parse(last) + dayMs), allDay: true };
}

const dayMs = 24 * 60 * 60 * 1000;

const calendarEvent = (visit: Visit) => ({
  id: `${visit.stream.replace('/', '.')}@chancery`,
  sequence: visit.changes,
  stamp: new Date(visit.knownSince),
  lastModified: new Date(visit.knownSince),
  status: calendarStatus(visit),
  transparency: ICalEventTransparency.TRANSPARENT,
  summary: summaryOf(visit),
  location: placeOf(visit),
  description: descriptionOf(visit),
});

/** What is held is confirmed; what is announced, overdue or not known to be held stays tentative. */
const calendarStatus = ({ status, actual }: Visit): ICalEventStatus => {
  if (status === 'cancelled') return ICalEventStatus.CANCELLED;
  return actual === null ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
};

/** Statuses that a calendar's own status does not tell apart. */
const remarks: Readonly<Partial<Record<VisitStatus, string>>> = {
  overdue: 'not known whether held',
  postponed: 'postponed',
  unconfirmed: 'unconfirmed',
};

function summaryOf(visit: Visit): string {
  const { visitors, hosts, people, status, actual, planned } = visit;
  const names = people.filter(({ role }) => role === 'visitor').flatMap(({ person }) => person?.name ?? []);
  const who = [visitors.join(', '), ...(names.length > 0 ? [`(${names.join(', ')})`] : [])].join(' ');
  const notes = [remarks[status], uncertainty(actual ?? planned)].filter((note) => note !== undefined);
  return `${who} visits ${hosts.join(', ')}${notes.length > 0 ? ` [${notes.join('; ')}]` : ''}`;
}

/** What the days shown do not say: that they are a guess, wider than the visit, or without an end. */
function uncertainty(days: Dated | null): string | undefined {
  if (days === null) return undefined;
  const { approximate, uncertain } = occurredCertainty(days.date);
  const exact = /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/.test(days.date);
  return approximate || uncertain || !exact ? `dates uncertain: ${days.date}` : undefined;
}

const placeOf = ({ place }: Visit): string | null =>
  place === null ? null : [place.site, place.city, place.country].filter((part) => part !== undefined).join(', ');

function descriptionOf({ status, level, planned, actual, people, summary, events }: Visit): string {
  const persons = people.map(({ party, role, person, office }) =>
    [`${person?.name} (${party}, ${role})`, ...(office === undefined ? [] : [office])].join(', '),
  );
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['Status', status],
    ['Planned for', planned?.date],
    ['Held', actual?.date],
    ['Level', level],
    ['Persons', persons.join('; ')],
    ['Rests on', events.map(({ id }) => id).join(', ')],
  ];
  const known = lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return [...(summary === null ? [] : [summary]), ...known].join('\n');
}
