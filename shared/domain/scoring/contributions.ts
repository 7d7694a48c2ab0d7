import { isWiderThanMonth, monthShares } from '#shared/domain/dates/month-shares.ts';
import { type QuadClass, signOf } from './quad-class.ts';
import type { Scale } from './score.ts';
import type { ScoredFacts } from './scored-facts.ts';
import { type Scored, wholeWeight } from './tally.ts';
import type { TempoSign } from '#shared/domain/scoring/tempo/tempo-fact.ts';

/** The contribution of an event to the score of a relation on a scale; score in tenths, weight in 1/100 000. */
export interface Contribution {
  readonly dyad: string;
  readonly scale: Scale;
  readonly sign: TempoSign;
  /** First and last day on which it may have happened. */
  readonly from: string;
  readonly to: string;
  readonly score: number;
  readonly weight: number;
  readonly quadClass: QuadClass;
  /** The event's id. */
  readonly event: string;
  readonly type: string;
}

/**
 * Returns the contributions of a tree, such as a visit and its meetings: each relation is scored once on each scale and
 * for each sign, by the event with the highest w·|s|, of several by the first. So a doubtful part does not displace a
 * confirmed one, and a criticism does not erase the visit that it was made on. The events must be in the order of their
 * positions.
 */
export function contributionsOf(tree: readonly ScoredFacts[]): Contribution[] {
  const best = new Map<string, Contribution>();
  for (const { id, type, dyads, from, to, weight, quadClass, scores } of tree) {
    const sign = signOf(quadClass);
    for (const [scale, score] of Object.entries(scores) as [Scale, number][]) {
      for (const dyad of dyads) {
        const key = `${dyad} ${scale} ${sign}`;
        const other = best.get(key);
        if (other !== undefined && other.weight * Math.abs(other.score) >= weight * Math.abs(score)) continue;
        best.set(key, { dyad, scale, sign, from, to, score, weight, quadClass, event: id, type });
      }
    }
  }
  return [...best.values()];
}

/** The part of a contribution that counts on a day. */
export interface DayPart extends Scored {
  readonly day: string;
}

/**
 * Returns what a contribution counts for on each day. Where its event is dated to more than a month, it is divided
 * among the months by overlap, and each part counts on the first of its days. Parts are whole numbers whose sum is
 * exact.
 */
export function dayParts(contribution: Contribution): DayPart[] {
  const { score, weight, quadClass } = contribution;
  if (!isWiderThanMonth(contribution)) return [{ day: contribution.from, score, weight, quadClass, part: wholeWeight }];
  const [takenWeight, takenPart] = [remainderOf(weight), remainderOf(wholeWeight)];
  return monthShares(contribution).map(({ day, passed, all }) => ({
    day,
    score,
    quadClass,
    weight: takenWeight(passed / all),
    part: takenPart(passed / all),
  }));
}

/** Returns how much of a number comes up to each share of it, beyond what came before. */
function remainderOf(whole: number): (share: number) => number {
  let taken = 0;
  return (share) => {
    const before = taken;
    taken = Math.round(whole * share);
    return taken - before;
  };
}
