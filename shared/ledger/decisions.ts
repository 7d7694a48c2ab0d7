/**
 * State that later appends depend on, outside of commits: an item of its own, written in the transaction of the commit
 * that changes it. Its size does not grow with the age of the stream.
 */
export interface Decision {
  /** The number of its writes; each write is conditional on it. */
  readonly revision: number;
  /** JSON; the module that makes the key defines its shape. */
  readonly data: string;
  /** Seconds since 1970 after which it may be removed; absent: never. */
  readonly expiresAt?: number;
}

/** A condition on a decision, and its next value if it is written. */
export interface DecisionChange {
  readonly key: string;
  /** The revision that it must have: 0 where there must be none; `any`: no condition. */
  readonly expected: number | 'any';
  /** Absent: only the condition is checked. */
  readonly next?: Decision;
}

/** The most items in one DynamoDB transaction. */
export const maxTransactionItems = 100;

/** A decision about an event, by the event's address. */
export type EventDecision = 'corrected' | 'withdrawal' | 'merge-target' | 'part' | 'parts';

/** `<what>/<stream>#<version>`. */
export const eventKey = (what: EventDecision, { stream, version }: { stream: string; version: number }): string =>
  `${what}/${stream}#${version}`;

/** `state/<stream>`: a decider's state that is too large for the commit. */
export const stateKey = (stream: string): string => `state/${stream}`;
