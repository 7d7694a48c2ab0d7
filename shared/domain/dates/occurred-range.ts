/** The first and last day, both inclusive, as `YYYY-MM-DD`; null where the end is open or unknown. */
export interface OccurredRange {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * A year, month and day; unspecified digits (`X`) come last in the year, and make a whole month or day (EDTF level 1).
 */
const part = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[~?%]?$/;

/** Says whether one end of an interval, or a date by itself, has the form of level 1. */
export const isDatePart = (text: string): boolean =>
  part.test(text) && !/^\d+X+-\d/.test(text) && !/^.{4}-XX-\d/.test(text);

/** The months of seasons, which EDTF leaves open: those of the northern hemisphere, winter ending in the next year. */
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  '21': [3, 5],
  '22': [6, 8],
  '23': [9, 11],
  '24': [12, 14],
};

/**
 * Returns the days that a valid EDTF date may cover, for indexes and filters: `2025-01~` is all of January,
 * `2024-08/..` has no end. An approximate or uncertain date keeps the days of its digits.
 */
export function occurredRange(edtf: string): OccurredRange {
  const [start = '', end] = edtf.split('/');
  return { from: boundaries(start)?.from ?? null, to: boundaries(end ?? start)?.to ?? null };
}

function boundaries(date: string): { from: string; to: string } | undefined {
  const [, year, month = 'XX', dayOfMonth = 'XX'] = part.exec(date) ?? [];
  if (year === undefined) return undefined; // `..` or nothing: open or unknown
  const firstYear = year.replaceAll('X', '0');
  const lastYear = Number(year.replaceAll('X', '9'));
  const [firstMonth, lastMonth] = seasons[month] ?? (month === 'XX' ? [1, 12] : [Number(month), Number(month)]);
  return {
    from: `${firstYear}-${pad(firstMonth)}-${dayOfMonth === 'XX' ? '01' : dayOfMonth}`,
    to: dayOfMonth === 'XX' ? lastDay(lastYear, lastMonth) : `${lastYear}-${pad(lastMonth)}-${dayOfMonth}`,
  };
}

const pad = (number: number) => String(number).padStart(2, '0');

/** Returns the last day of a month: day 0 of the next. Months beyond 12 go on into the next year. */
function lastDay(year: number, month: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.toISOString().slice(0, 10);
}

/** Returns what the marks of EDTF mean: `~` approximate, `?` uncertain, `%` both. */
export function occurredCertainty(edtf: string): { approximate: boolean; uncertain: boolean } {
  return { approximate: /[~%]/.test(edtf), uncertain: /[?%]/.test(edtf) };
}
