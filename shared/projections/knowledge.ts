import type { StoredRow } from './read-models.ts';

/** What was known of something since an instant (UTC); `null`: that it is not so. Such a row is written once and never changed. */
export interface Known<Entry> {
  readonly since: string;
  readonly entry: Entry | null;
}

const paddedPosition = (position: number): string => String(position).padStart(12, '0');

/** Where a change (by its position) of what is known of an event (by its position) is kept: rows of one event follow each other in time. */
export const knownSort = (event: number, change: number): string =>
  `${paddedPosition(event)}#${paddedPosition(change)}`;

/** What is known, or was at an instant, out of the rows of a partition in ascending order. */
export async function knownEntries<Entry>(
  rows: AsyncIterable<StoredRow>,
  instant: string | undefined,
): Promise<Entry[]> {
  const known = new Map<string, Entry | null>();
  for await (const { sort, data } of rows) {
    const { since, entry } = data as Known<Entry>;
    if (instant === undefined || since <= instant) known.set(sort.slice(0, sort.indexOf('#')), entry);
  }
  return [...known.values()].filter((entry) => entry !== null);
}
