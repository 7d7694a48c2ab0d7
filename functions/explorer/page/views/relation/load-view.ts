import { api, type EventFilter } from '../../api.ts';
import type { EventAsRead, MonthlyScore, Phase } from '../../api-types.ts';
import type { Range } from './range.ts';

/** What is shown of a relation. */
export interface LoadedView {
  readonly dyad: string;
  readonly range: Range;
  readonly filter: EventFilter;
  readonly asOf: string | undefined;
  /** The newest entries of the range, as known at `asOf`. */
  readonly entries: readonly EventAsRead[];
  /** A cursor to the next ones. */
  readonly next: string | null;
  /** The same entries as known now; undefined where `entries` are. */
  readonly now: readonly EventAsRead[] | undefined;
  readonly months: readonly MonthlyScore[];
  readonly phases: readonly Phase[];
}

interface Asked {
  readonly range: Range;
  readonly filter: EventFilter;
  readonly asOf: string | undefined;
}

/** Loads the chart and the beginning of the timeline. */
export async function loadView(dyad: string, { range, filter, asOf }: Asked): Promise<LoadedView> {
  const [page, now, score, phases] = await Promise.all([
    api.timeline(dyad, { ...filter, asOf }),
    asOf === undefined ? undefined : api.timeline(dyad, filter),
    api.score(dyad, { ...range, asOf }),
    api.phases(dyad, { ...range, asOf }),
  ]);
  const { items: entries, next } = page;
  return { dyad, range, filter, asOf, entries, next, now: now?.items, months: score.items, phases: phases.items };
}
