import type { Withdrawal } from '#shared/domain/corrections/corrected-event.ts';
import type { EntryIntoForce } from '#shared/domain/events/entry-into-force.ts';
import type { Level, Place } from '#shared/domain/events/envelope.ts';
import type { Modality } from '#shared/domain/events/modality.ts';
import type { Post } from '#shared/domain/events/post.ts';
import type { Participant, Role } from '#shared/domain/events/participant.ts';

/**
 * What a register needs of an event: the course of a visit, an agreement, a mission or a measure is made of these. A
 * register takes up the types that it knows by name and lets the others pass.
 */
export interface LifecycleEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: number;
  /** When it was first recorded. */
  readonly recordedAt: string;
  /** When that was recorded which makes it what it is here: the event itself, or its last correction. */
  readonly knownSince: string;
  readonly occurred: string;
  readonly modality: Modality;
  readonly participants: readonly Participant[];
  readonly place?: Place | undefined;
  readonly level?: Level | undefined;
  readonly summary?: string | undefined;
  readonly corrections?: number | undefined;
  readonly deniedBy?: readonly string[] | undefined;
  readonly withdrawn?: Withdrawal | undefined;
  /** Fields that only some types have. */
  readonly plannedFor?: string | undefined;
  readonly effective?: string | undefined;
  readonly form?: string | undefined;
  readonly entryIntoForce?: EntryIntoForce | undefined;
  readonly title?: string | undefined;
  readonly concerning?: string | undefined;
  readonly reciprocal?: boolean | undefined;
  readonly post?: Post | undefined;
  readonly nonResident?: boolean | undefined;
  readonly seat?: string | undefined;
  readonly absent?: boolean | undefined;
  readonly recall?: string | undefined;
  readonly diplomats?: number | undefined;
}

/** The codes of the parties that take part in one of some roles, each once. */
export const partiesAs = (
  { participants }: Pick<LifecycleEvent, 'participants'>,
  ...roles: readonly Role[]
): string[] => distinct(participants.filter(({ role }) => roles.includes(role)).map(({ party }) => party));

/** Each once, in the order in which they first come. */
export const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
