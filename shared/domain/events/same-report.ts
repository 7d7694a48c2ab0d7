import type { Report } from './evidence.ts';

/** Every field of a report, named here so that functions that only compare reports do not load their schema. */
const reportFields = {
  publisher: true,
  title: true,
  url: true,
  reference: true,
  publishedOn: true,
  origin: true,
  source: true,
} as const satisfies Record<keyof Report, true>;

/** Returns whether two reports have the same fields, in any order. */
export const isSameReport = (a: Report, b: Report): boolean =>
  (Object.keys(reportFields) as (keyof Report)[]).every((field) => comparable(a[field]) === comparable(b[field]));

/** A value as a text in which the order of fields does not count. */
const comparable = (value: Report[keyof Report]): string | undefined =>
  typeof value === 'object'
    ? JSON.stringify(Object.entries(value.fields).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
