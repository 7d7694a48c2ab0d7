import type { TempoMonth } from './tempo-series.ts';

/** Most ids that are reported on either side of a change. */
export const mostIds = 50;

/** Events that a rate rests on. */
export interface EventIds {
  /** At most 50, in order of their days. */
  readonly ids: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** The events of the months before a change and of those after it; of more than 50, those nearest to it. */
export interface ChangeEvidence {
  readonly before: EventIds;
  readonly after: EventIds;
}

/**
 * Collects the ids of the events on either side of a change; one that is spread over months on both sides is evidence
 * of both.
 */
export function changeEvidence(before: readonly TempoMonth[], after: readonly TempoMonth[]): ChangeEvidence {
  const [earlier, later] = [idsOf(before), idsOf(after)];
  return {
    before: { ids: earlier.slice(-mostIds), more: Math.max(earlier.length - mostIds, 0) },
    after: { ids: later.slice(0, mostIds), more: Math.max(later.length - mostIds, 0) },
  };
}

const idsOf = (months: readonly TempoMonth[]): string[] => [...new Set(months.flatMap(({ events }) => events))];
