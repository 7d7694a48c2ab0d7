/** The first and last day, both inclusive, as `YYYY-MM-DD`; null where the end is open or unknown. */
export interface OccurredRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** A year, a month or a day: EDTF level 0, also approximate or uncertain. */
const plain = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?[~?%]?$/;

/**
 * A date of level 1 that is no end of an interval: one with unspecified digits, which make a whole month or day, or a
 * season.
 */
const alone = /^(?:\d{3}X|\d\dXX|\d{4}-XX(?:-XX)?|\d{4}-(?:0[1-9]|1[0-2])-XX|\d{4}-2[1-4])$/;

/**
 * Returns whether a text has the form of a date, season or interval of EDTF level 0 or 1, in years of four digits and
 * to the day.
 */
export function hasFormOfDate(text: string): boolean {
  const ends = text.split('/');
  if (ends.length === 2) return ends.every((end) => end === '' || end === '..' || plain.test(end));
  return plain.test(text) || alone.test(text);
}

const day = /^\d{4}-\d\d-\d\d$/;
const part = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[~?%]?$/;

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
  if (day.test(edtf)) return { from: edtf, to: edtf }; // most events
  const [start = '', end] = edtf.split('/');
  return { from: boundaries(start)?.from ?? null, to: boundaries(end ?? start)?.to ?? null };
}

function boundaries(date: string): { from: string; to: string } | undefined {
  const [, year, month = 'XX', dayOfMonth = 'XX'] = part.exec(date) ?? [];
  if (year === undefined) return undefined; // `..` or nothing: open or unknown
  const firstYear = year.replaceAll('X', '0');
  const lastYear = year.replaceAll('X', '9');
  const [firstMonth, lastMonth] = seasons[month] ?? (month === 'XX' ? [1, 12] : [Number(month), Number(month)]);
  return {
    from: `${firstYear}-${pad(firstMonth)}-${dayOfMonth === 'XX' ? '01' : dayOfMonth}`,
    to: dayOfMonth === 'XX' ? lastDay(Number(lastYear), lastMonth) : `${lastYear}-${pad(lastMonth)}-${dayOfMonth}`,
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
