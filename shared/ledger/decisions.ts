/**
 * What later appends are decided on and no commit carries: an item of its own, written in the transaction of the commit that changes it.
 * Each is bounded, whatever the age of its stream.
 */
export interface Decision {
  /** How often it was written: what a change of it is conditional on. */
  readonly revision: number;
  /** JSON; what it holds is known to the module that makes the key. */
  readonly data: string;
  /** Seconds since 1970 after which it may be removed; absent: never. */
  readonly expiresAt?: number;
}

/** A condition on a decision and, where it is to be written, what it is then. */
export interface DecisionChange {
  readonly key: string;
  /** The revision that it must have: 0 where there must be none; `any`: no condition. */
  readonly expected: number | 'any';
  /** Absent: only the condition is checked. */
  readonly next?: Decision;
}

/** DynamoDB takes at most so many items in one transaction. */
export const maxTransactionItems = 100;

/** A decision about an event, by the event's address. */
export type EventDecision = 'corrected' | 'withdrawal' | 'merge-target' | 'part' | 'parts';

/** `<what>/<stream>#<version>`. */
export const eventKey = (what: EventDecision, { stream, version }: { stream: string; version: number }): string =>
  `${what}/${stream}#${version}`;

/** `state/<stream>`: a decider's state that is too large for the commit. */
export const stateKey = (stream: string): string => `state/${stream}`;
