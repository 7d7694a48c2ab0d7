/**
 * The rules of one kind of stream as data: what may be recorded, and what the record then says. Pure: no clock, no ids.
 */
export interface Decider<State, Fact> {
  /** Version of the fold; a state stored by another version is folded anew. */
  readonly fold: number;
  /** The state of a stream without events. Every state is plain JSON. */
  readonly initialState: State;
  /**
   * The facts to record: [] when the state holds the very same already; throws RuleViolated when it contradicts what
   * the stream holds. `version` is the one that the fact would have in the stream.
   */
  decide(fact: Fact, state: State, version: number): readonly Fact[];
  /**
   * The state after a recorded fact, which has this version in the stream. What a fact makes of the initial state shows
   * all that the state takes up of it: a correction that leaves that as it is leaves every state as it is.
   */
  evolve(state: State, event: Fact, version: number): State;
  /**
   * Throws RuleViolated when a fact, by whom it names, belongs in another stream than this one; absent: no fact does.
   */
  requireOwn?(fact: Fact): void;
}

/** A fact contradicts what its stream holds; `rule` is the stable kebab-case name of the rule. */
export class RuleViolated extends Error {
  readonly rule: string;

  constructor(rule: string, explanation: string) {
    super(explanation);
    this.name = 'RuleViolated';
    this.rule = rule;
  }
}
