import type { Network } from '../../api-types.ts';

/** Quarters that are looked at: ten years, so many at a time. */
const mostQuarters = 40;
const atATime = 8;

/** The number of the quarter that a month (`YYYY-MM`) is in. */
export const quarterOfMonth = (month: string): number =>
  Number(month.slice(0, 4)) * 4 + Math.floor((Number(month.slice(5, 7)) - 1) / 3);

/** The number of a quarter such as 2025-Q1, and back. */
export const numberOfQuarter = (quarter: string): number => {
  const [year = 0, number = 1] = quarter.split('-Q').map(Number);
  return year * 4 + number - 1;
};
export const quarterOfNumber = (number: number): string => `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;

/** The network of the newest quarter in which anybody met; undefined: nobody did in ten years. */
export async function newestQuarter<Read extends Pick<Network, 'edges'>>(
  now: Date,
  read: (quarter: string) => Promise<Read>,
): Promise<Read | undefined> {
  const last = quarterOfMonth(now.toISOString().slice(0, 7));
  for (let back = 0; back < mostQuarters; back += atATime) {
    const quarters = Array.from({ length: atATime }, (_, index) => quarterOfNumber(last - back - index));
    const networks = await Promise.all(quarters.map(read));
    const found = networks.find(({ edges }) => edges.length > 0);
    if (found !== undefined) return found;
  }
  return undefined;
}
