import { firstDayOf, lastDayOf, monthOf, monthsLater } from '#shared/domain/dates/calendar.ts';

/** A range of months that scores are asked for. */
export interface MonthsAsked {
  readonly from: string;
  readonly to: string;
  readonly firstDay: string;
  /** Of the last month: its last day, or today. */
  readonly lastDay: string;
}

/**
 * The months that a query asks for: nothing after today, or after `asOf`; `usual` many where it does not say from when.
 */
export function monthsAsked(
  query: { readonly from?: string | undefined; readonly to?: string | undefined; readonly asOf?: string | undefined },
  { now, usual }: { readonly now: Date; readonly usual: number },
): MonthsAsked {
  const instant = now.toISOString();
  const today = (query.asOf !== undefined && query.asOf < instant ? query.asOf : instant).slice(0, 10);
  const to = query.to !== undefined && query.to < monthOf(today) ? query.to : monthOf(today);
  const from = query.from ?? monthsLater(to, 1 - usual);
  const lastDay = lastDayOf(to) < today ? lastDayOf(to) : today;
  return { from, to, firstDay: firstDayOf(from), lastDay };
}
