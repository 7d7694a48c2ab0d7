import { locale, t } from './text.ts';

const formats = {
  day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

/**
 * Says an EDTF date (levels 0 and 1) in words: `2025-01~` is about January 2025. A text that is none is returned as it
 * is.
 */
export function dateInWords(edtf: string): string {
  const [from = '', to, ...rest] = edtf.split('/');
  if (rest.length > 0) return edtf;
  if (to === undefined) return pointInWords(from);
  if (isOpen(from) && isOpen(to)) return t.dates.unknown;
  if (isOpen(to)) return t.dates.since(pointInWords(from));
  if (isOpen(from)) return t.dates.until(pointInWords(to));
  return rangeInWords(from, to);
}

const isOpen = (point: string): boolean => point === '' || point === '..';

/** A range of two days is said once where both have the same month or year, as the language does it. */
function rangeInWords(from: string, to: string): string {
  const [first, last] = [from, to].map(qualified);
  const [begin, end] = [first?.date ?? '', last?.date ?? ''].map(dayOf);
  if (begin !== undefined && end !== undefined && first?.qualifier === last?.qualifier)
    return withQualifier(formats.day.formatRange(begin, end), first?.qualifier ?? '');
  return t.dates.between(pointInWords(from), pointInWords(to));
}

const qualified = (point: string): { date: string; qualifier: string } => {
  const [, date = '', qualifier = ''] = /^(.*?)([~?%]?)$/.exec(point) ?? [];
  return { date, qualifier };
};

function withQualifier(said: string, qualifier: string): string {
  switch (qualifier) {
    case '~':
      return t.dates.about(said);
    case '?':
      return t.dates.perhaps(said);
    case '%':
      return t.dates.aboutPerhaps(said);
    default:
      return said;
  }
}

function pointInWords(point: string): string {
  const { date, qualifier } = qualified(point);
  return withQualifier(dateAlone(date), qualifier);
}

function dateAlone(date: string): string {
  const day = dayOf(date);
  if (day !== undefined) return formats.day.format(day);
  const [, year = '', second] = /^(-?\d{4})-(\d{2}|XX)(?:-XX)?$/.exec(date) ?? [];
  if (second === 'XX') return year;
  const month = Number(second);
  if (month >= 1 && month <= 12) return formats.month.format(new Date(`${year}-${second}-01T00:00:00Z`));
  const season = t.dates.seasons[month - 21];
  if (season !== undefined) return t.dates.season(season, year);
  const [, decade] = /^(\d{3})X$/.exec(date) ?? [];
  return decade === undefined ? date : t.dates.decade(`${decade}0`);
}

/** A full date as an instant; undefined for any other. */
function dayOf(date: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? undefined : day;
}
