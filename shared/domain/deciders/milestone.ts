import { RuleViolated } from '../decider.ts';
import type { DiplomaticEvent } from '../new-event.ts';
import { occurredRange } from '../occurred-range.ts';

/** How far something has come: the fact that brought it there, as small as it can be kept, since every commit stores it. */
export interface Milestone<Status extends string = string> {
  readonly status: Status;
  readonly occurred: string;
  /** Who took part, as `BGD:sender PAK:receiver`. */
  readonly by: string;
  /** What else makes it another fact: the planned date, the rank, the person. */
  readonly detail?: string;
}

/** An event as the milestone that it is. */
export const milestone = <Status extends string>(
  status: Status,
  { occurred, participants }: DiplomaticEvent,
  detail?: string,
): Milestone<Status> => ({
  status,
  occurred,
  by: participants.map(({ party, role }) => `${party}:${role}`).toSorted().join(' '), // prettier-ignore
  ...(detail !== undefined && { detail }),
});

/** Whether a fact is known already: the same was reached on the same date by the same parties. */
export const isKnown = (fact: Milestone, known: Milestone | undefined): boolean =>
  known !== undefined &&
  fact.status === known.status &&
  fact.occurred === known.occurred &&
  fact.by === known.by &&
  fact.detail === known.detail;

/**
 * Whether one date is plainly before another: its last possible day before the other's first. What happened plainly before the
 * milestone that rules it out is only reported late: it is recorded and changes nothing.
 */
export function plainlyBefore(occurred: string, other: string): boolean {
  const { to } = occurredRange(occurred);
  const { from } = occurredRange(other);
  return to !== null && from !== null && to < from;
}

/** Whether a milestone says something of what happens at a date: there is one, and the date is not plainly before it. */
export const standsAt = (known: Milestone | undefined, occurred: string): boolean =>
  known !== undefined && !plainlyBefore(occurred, known.occurred);

/** The later of two milestones; of two that overlap, the one that was reported later. */
export const laterOf = <Known extends Milestone>(known: Known | undefined, reported: Known): Known =>
  known === undefined || standsAt(known, reported.occurred) ? reported : known;

/** Refuses a fact: by which rule, why, and against what the stream holds. */
export function refuse(rule: string, why: string, ...held: readonly (Milestone | undefined)[]): never {
  const known = held.filter((some) => some !== undefined).map(inWords);
  throw new RuleViolated(rule, `${why}; the stream holds: ${known.length === 0 ? 'nothing of it' : known.join('; ')}`);
}

const inWords = ({ status, occurred, by, detail }: Milestone): string =>
  `${status} ${occurred} (${by}${detail === undefined ? '' : `, ${detail}`})`;
