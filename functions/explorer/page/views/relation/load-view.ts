import { api } from '../../api.ts';
import type { EventAsRead, EventFilter, Knowledge, MonthlyScore } from '../../api-types.ts';
import type { PhaseChange } from '../../phases.ts';
import type { Range } from './range.ts';

/** What is shown of a relation. */
export interface LoadedView {
  readonly dyad: string;
  readonly range: Range;
  readonly filter: EventFilter;
  readonly known: Knowledge;
  /** The newest entries of the range, as known then. */
  readonly entries: readonly EventAsRead[];
  /** A cursor to the next ones. */
  readonly next: string | null;
  /** The same entries as known now; undefined where `entries` are. */
  readonly now: readonly EventAsRead[] | undefined;
  readonly months: readonly MonthlyScore[];
  readonly phases: readonly PhaseChange[];
}

interface Asked {
  readonly range: Range;
  readonly filter: EventFilter;
  readonly known: Knowledge;
}

/** Loads the chart and the beginning of the timeline. */
export async function loadView(dyad: string, { range, filter, known }: Asked): Promise<LoadedView> {
  const [page, now, score, phases] = await Promise.all([
    api.timeline(dyad, { ...filter, ...known }),
    known.asOf === undefined ? undefined : api.timeline(dyad, filter),
    api.score(dyad, { ...range, ...known }),
    api.phases(dyad, known),
  ]);
  const { items: entries, next } = page;
  return { dyad, range, filter, known, entries, next, now: now?.items, months: score.items, phases: phases.changes };
}
