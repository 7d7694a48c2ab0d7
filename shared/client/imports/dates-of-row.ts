import type { DateFormat } from './import-map.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const readers: Readonly<Record<DateFormat, (cell: string) => string | undefined>> = {
  yyyymmdd: (cell) => joined(/^(\d{4})(\d{2})(\d{2})$/.exec(cell)),
  yyyymmddhhmmss: (cell) => joined(/^(\d{4})(\d{2})(\d{2})\d{6}$/.exec(cell)),
  'yyyy-mm-dd': (cell) => joined(/^(\d{4})-(\d{2})-(\d{2})/.exec(cell)),
  long: (cell) => {
    const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/.exec(cell) ?? [];
    const index = months.indexOf(month.toLowerCase());
    return index === -1 ? undefined : `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  },
  edtf: (cell) => cell,
};

const joined = (match: RegExpExecArray | null): string | undefined =>
  match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`;

/** Returns a date as EDTF; `undefined`: the cell is not in the format. */
export const dateOf = (cell: string, format: DateFormat): string | undefined => readers[format](cell);

/** Returns when something was reported: an instant in UTC where the format has one, else a day. */
export function reportedAtOf(cell: string, format: DateFormat): string | undefined {
  if (format !== 'yyyymmddhhmmss') return dateOf(cell, format);
  const [, y, m, d, h, min, s] = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(cell) ?? [];
  return s === undefined ? undefined : `${y}-${m}-${d}T${h}:${min}:${s}Z`;
}
