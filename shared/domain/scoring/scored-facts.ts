import { type QuadClass, quadClassOf } from './quad-class.ts';
import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { credibilityFactor } from './credibility.ts';
import { eventType } from '#shared/domain/events/event-types.ts';
import { type Scale, scales, scoreOf } from './score.ts';
import { wholeWeight } from './tally.ts';
import { scoredDays } from './scored-days.ts';
import { scoredDyads } from './scored-dyads.ts';

/**
 * The facts of an event that are scored in the relations of its parties. Scores (in tenths) and weights (in 1/100 000)
 * are integers, so that sums are exact.
 */
export interface ScoredFacts {
  readonly id: string;
  readonly type: string;
  /** First and last day on which it may have happened: at most a year. */
  readonly from: string;
  readonly to: string;
  readonly dyads: readonly string[];
  readonly quadClass: QuadClass;
  /** Weight of its type × factor of its credibility, in 1/100 000; never 0. */
  readonly weight: number;
  /** On each scale that has one, in tenths. */
  readonly scores: Readonly<Partial<Record<Scale, number>>>;
}

/** What of an event decides what it counts for, between whomever. */
export interface ScoredFields extends Pick<CorrectedEvent, 'type' | 'modality' | 'occurred' | 'cameo'> {
  readonly evidence?: Pick<NonNullable<CorrectedEvent['evidence']>, 'credibility'> | undefined;
  readonly withdrawn?: object | undefined;
}

/** What an event counts for; the same for each of its dyads. */
export type Worth = Omit<ScoredFacts, 'id' | 'type' | 'dyads'>;

/**
 * Returns what an event counts for; `undefined`: it is shown and not scored. An event is scored that was held and
 * not withdrawn, whose type and credibility have a weight, and of which at most a year is known in which it may have
 * happened. A denial (`EventDenied`) changes the modality and so the score; a denial of what was confirmed
 * later does not.
 */
export function worthOf(event: ScoredFields): Worth | undefined {
  const weight =
    (eventType(event.type)?.weight ?? 0) * credibilityFactor(event.evidence?.credibility) * (wholeWeight / 10);
  const days = scoredDays(event.occurred);
  if (event.withdrawn !== undefined || event.modality !== 'held' || weight === 0) return undefined;
  if (days === undefined || event.cameo === undefined) return undefined;
  return { ...days, quadClass: quadClassOf(event.cameo), weight, scores: scoresOf(event) };
}

/**
 * Returns the scored facts of an event between at most eight parties; `undefined`: none of their relations is scored by
 * it.
 */
export function scoredFacts(event: CorrectedEvent): ScoredFacts | undefined {
  const worth = worthOf(event);
  const dyads = worth === undefined ? [] : scoredDyads(event.participants);
  const { id, type } = event;
  return worth === undefined || dyads.length === 0 ? undefined : { id, type, ...worth, dyads };
}

function scoresOf(event: ScoredFields): ScoredFacts['scores'] {
  const names = Object.keys(scales) as Scale[];
  const scores = names.flatMap((scale) => {
    const score = scoreOf(event, scale);
    return score === null ? [] : [[scale, Math.round(score * 10)] as const];
  });
  return Object.fromEntries(scores);
}
