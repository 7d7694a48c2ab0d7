import { firstDayOf, lastDayOf } from '#shared/domain/dates/calendar.ts';
import type { MonthlyScore } from '#shared/domain/scoring/monthly-scores.ts';
import { byQuadClass } from '#shared/domain/scoring/quad-class.ts';
import type { RelationIndex } from '#shared/domain/scoring/relation-index.ts';
import type { ScoreSummary } from '#shared/domain/scoring/tally.ts';
import type { Partner } from '#shared/read-models/relations/partners.ts';

/** Figures are shown to the thousandth; they are ranked and compared before. */
export const rounded = (figure: number): number => Math.round(figure * 1000) / 1000 + 0;
const roundedOrNull = (figure: number | null): number | null => (figure === null ? null : rounded(figure));

export type ShownSummary = ScoreSummary;

const shownSummary = <Summary extends ScoreSummary>(summary: Summary): Summary => ({
  ...summary,
  n: rounded(summary.n),
  weight: rounded(summary.weight),
  mean: roundedOrNull(summary.mean),
  interval: summary.interval && { low: rounded(summary.interval.low), high: rounded(summary.interval.high) },
  quadClasses: byQuadClass((quadClass) => rounded(summary.quadClasses[quadClass])),
});

/** An index, with its figures rounded. */
export const shownIndex = ({ slow, fast, weight }: RelationIndex): RelationIndex => ({
  slow: rounded(slow),
  fast: rounded(fast),
  weight: rounded(weight),
});

/** The instant and the kind of the knowledge that a score rests on. */
interface KnownAt {
  readonly asOf?: string | undefined;
  readonly knownBy?: string | undefined;
}

/** A monthly score, with the path of the timeline that lists its events. */
export const shownMonth = (dyad: string, known: KnownAt) => (score: MonthlyScore) => ({
  ...shownSummary(score),
  index: shownIndex(score.index),
  events: timelinePath(dyad, firstDayOf(score.month), lastDayOf(score.month), known),
});
export type ShownMonth = ReturnType<ReturnType<typeof shownMonth>>;

function timelinePath(dyad: string, from: string, to: string, { asOf, knownBy }: KnownAt): string {
  const known = { ...(asOf !== undefined && { asOf }), ...(knownBy !== undefined && { knownBy }) };
  const query = new URLSearchParams({ from, to, modality: 'held', ...known });
  return `/relations/${dyad}/timeline?${query.toString()}`;
}

/** A partner, with its figures rounded. */
export const shownPartner = (partner: Partner) => ({
  ...shownSummary(partner),
  meanBefore: roundedOrNull(partner.meanBefore),
  change: roundedOrNull(partner.change),
});
export type ShownPartner = ReturnType<typeof shownPartner>;
