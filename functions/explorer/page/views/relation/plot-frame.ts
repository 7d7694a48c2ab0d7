import { daysOf, firstDay, type Range } from './range.ts';

/** The margins that all pictures of the chart share, so that their time axes lie over each other. */
export const margin = { left: 44, right: 12 } as const;

/** The options of the shared time axis. */
export const timeAxis = (range: Range, isShown: boolean) => ({
  type: 'utc' as const,
  domain: [firstDay(range.from), daysOf(range).over],
  label: null,
  grid: true,
  ...(!isShown && { axis: null }),
});

/** The instant at a distance from the left of the chart. */
export function instantAt(px: number, range: Range, width: number): Date {
  const [from, over] = [firstDay(range.from).getTime(), daysOf(range).over.getTime()];
  const share = (px - margin.left) / (width - margin.left - margin.right);
  return new Date(from + Math.min(Math.max(share, 0), 1) * (over - from));
}

/** The distance of an instant from the left of the chart. */
export function leftOf(at: Date, range: Range, width: number): number {
  const [from, over] = [firstDay(range.from).getTime(), daysOf(range).over.getTime()];
  return margin.left + ((at.getTime() - from) / (over - from)) * (width - margin.left - margin.right);
}
