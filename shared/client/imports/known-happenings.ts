import { daysLater } from '#shared/domain/dates/calendar.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { Report } from '#shared/domain/events/evidence.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { mostReports } from './event-of-happening.ts';
import { type Happening, happeningKey } from './happenings.ts';

/** A recorded event that an import has made, or that an earlier row of it has. */
export interface Known {
  readonly id: string;
  readonly stream: string;
  /** Of the reports from this source. */
  readonly references: ReadonlySet<string>;
  readonly withdrawn: boolean;
  /** More reports were attached to the event than a timeline shows. */
  readonly hasMore: boolean;
}

/** Recorded events by the keys of happenings, and by the references of their reports. */
export interface KnownHappenings {
  readonly byKey: ReadonlyMap<string, Known>;
  readonly byReference: ReadonlyMap<string, Known>;
}

/** Timelines that are read at the same time. */
const parallel = 6;
/** Days without a happening after which another range is read. */
const gapDays = 10;

/**
 * Reads what the record already has of the source on the days of some happenings. Withdrawn events count as known, so
 * that what an analyst has taken out does not come back. Ends early, with less, when the signal says so.
 */
export async function knownHappenings(
  client: Pick<Chancery, 'list'>,
  source: string,
  happenings: readonly Happening[],
  signal?: AbortSignal,
): Promise<KnownHappenings> {
  const byKey = new Map<string, Known>();
  const byReference = new Map<string, Known>();
  const ranges = [...Map.groupBy(happenings, ({ dyad }) => dyad)].flatMap(([dyad, some]) =>
    rangesOf(some).map((range) => ({ dyad, ...range })),
  );
  const read = async ({ dyad, from, to }: DayRange & { readonly dyad: string }): Promise<void> => {
    const query = { from, to, include: 'reports,retracted', limit: 200 };
    if (signal?.aborted === true) return;
    for await (const entry of client.list('/relations/{dyad}/timeline', { path: { dyad }, query })) {
      const { id, stream, withdrawn, ...event } = entry as unknown as Entry;
      const ours = (event.evidence?.reports ?? []).flatMap(({ reference }) => reference ?? []);
      const references = new Set(ours.filter((reference) => reference.startsWith(`${source}:`)));
      if (references.size === 0) continue;
      const hasMore = ours.length >= mostReports;
      const known = { id, stream, references, withdrawn: withdrawn !== undefined, hasMore };
      byKey.set(happeningKey(event), known);
      for (const reference of references) byReference.set(reference, known);
    }
  };
  await inParallel(ranges, read, parallel);
  return { byKey, byReference };
}

/**
 * Reads the references of all reports from the source that were attached to an event, also those that a timeline does
 * not show.
 */
export async function attachedReferences(
  client: Pick<Chancery, 'list'>,
  source: string,
  eventId: string,
): Promise<ReadonlySet<string>> {
  const references = new Set<string>();
  for await (const { record } of client.list('/events/{eventId}/history', {
    path: { eventId },
    query: { limit: 50 },
  })) {
    const { reference } = 'report' in record ? record.report : {};
    if (reference?.startsWith(`${source}:`) === true) references.add(reference);
  }
  return references;
}

/** The fields of a timeline's entry that decide whether it is known. */
type Entry = Parameters<typeof happeningKey>[0] & {
  readonly id: string;
  readonly stream: string;
  readonly withdrawn?: object;
  readonly evidence?: { readonly reports?: readonly Report[] };
};

interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The days of some happenings, as few ranges as do not read what lies far between. */
function rangesOf(happenings: readonly Happening[]): DayRange[] {
  const days = happenings
    .map(({ event }) => occurredRange(event.occurred))
    .flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const ranges: { from: string; to: string }[] = [];
  for (const { from, to } of days) {
    const last = ranges.at(-1);
    if (last === undefined || from > daysLater(last.to, gapDays)) ranges.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return ranges;
}
