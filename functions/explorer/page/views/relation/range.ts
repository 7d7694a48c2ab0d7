import type { Relation } from '../../api-types.ts';
import { parameter } from '../../place.ts';

/** The months that are shown, the first and the last. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** How much of the time before the last event is shown at first, in months. */
const usualMonths = 12;

export function monthsLater(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export const firstDay = (month: string): Date => new Date(`${month}-01T00:00:00Z`);

/** The first and last day of a range, and the instant at which it is over. */
export const daysOf = ({ from, to }: Range): { first: string; last: string; over: Date } => {
  const over = firstDay(monthsLater(to, 1));
  return { first: `${from}-01`, last: new Date(over.getTime() - 86_400_000).toISOString().slice(0, 10), over };
};

/** The month of the last event that is dated. */
const lastMonth = ({ lastEvent }: Relation): string => {
  const date = /\d{4}-\d{2}(?!.*\d{4}-\d{2})/.exec(lastEvent?.occurred ?? '')?.[0];
  const year = /\d{4}(?!.*\d{4})/.exec(lastEvent?.occurred ?? '')?.[0];
  return date ?? (year === undefined ? new Date().toISOString().slice(0, 7) : `${year}-12`);
};

/** The range before the last event, so many months of it. */
export const recent = (relation: Relation, months = usualMonths): Range => {
  const last = lastMonth(relation);
  return { from: monthsLater(last, 1 - months), to: monthsLater(last, 1) };
};

/** The range that the address names, or the usual one. */
export function shownRange(relation: Relation): Range {
  const { from, to } = recent(relation);
  return { from: parameter('from') ?? from, to: parameter('to') ?? to };
}
