import { RuleViolated } from './decider.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';

/**
 * How far something has come, and when; the detail is what else makes it another fact: a planned date, a rank, a
 * person. Who took part is known by the stream. A short tuple, since every commit stores it.
 */
export type Milestone<Status extends string = string> = readonly [status: Status, occurred: string, detail?: string];

/** An event as the milestone that it is. */
export const milestone = <Status extends string>(
  status: Status,
  { occurred }: DiplomaticEvent,
  detail?: string,
): Milestone<Status> => (detail === undefined ? [status, occurred] : [status, occurred, detail]);

/** Whether a fact is known already: the same, on the same date. */
export const isKnown = (fact: Milestone, known: Milestone | undefined): boolean =>
  known !== undefined && fact.every((part, index) => part === known[index]) && fact.length === known.length;

/**
 * Whether one date is plainly before another: its last possible day before the other's first. What happened plainly
 * before the milestone that rules it out is only reported late: it is recorded and changes nothing.
 */
export function plainlyBefore(occurred: string, other: string): boolean {
  const { to } = occurredRange(occurred);
  const { from } = occurredRange(other);
  return to !== null && from !== null && to < from;
}

/** A milestone as far as it says something of what happens at a date: none when the date is plainly before it. */
export const standingAt = <Known extends Milestone>(occurred: string, known: Known | undefined): Known | undefined =>
  known === undefined || plainlyBefore(occurred, known[1]) ? undefined : known;

/** The later of two milestones; of two that may be of one day, the one that was reported later. */
export const laterOf = <Known extends Milestone>(known: Known | undefined, reported: Known): Known =>
  known !== undefined && plainlyBefore(reported[1], known[1]) ? known : reported;

/** Refuses a fact: by which rule, why, and against what the stream holds. */
export function refuse(rule: string, why: string, known?: Milestone): never {
  throw new RuleViolated(rule, `${why}; the stream holds: ${known === undefined ? 'nothing of it' : inWords(known)}`);
}

/** Describes a milestone, for the explanation of a refusal. */
export const inWords = ([status, occurred, detail]: Milestone): string =>
  `${status} ${occurred}${detail === undefined ? '' : ` (${detail})`}`;
