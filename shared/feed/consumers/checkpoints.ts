/** A slice that a consumer has started and not finished. */
export interface Attempt {
  /** The last position of the slice. */
  readonly to: number;
  /** The number of failures when the slice is a single event. */
  readonly failures: number;
  /** ISO 8601 instant by which the invocation that started it has ended. */
  readonly until: string;
}

/** The progress of a consumer of the feed. */
export interface Checkpoint {
  /** The last position the consumer has handled; 0: none. */
  readonly position: number;
  /** Its unfinished slice. */
  readonly attempt?: Attempt;
  /** Quarantined positions, at most 100, that an operator has released. */
  readonly released?: readonly number[];
}

/** The checkpoints of the consumers. Reads are strongly consistent. */
export interface Checkpoints {
  /** Reads up to 100 checkpoints in one call; a consumer that has none is at position 0. */
  read(consumers: readonly string[]): Promise<ReadonlyMap<string, Checkpoint>>;
  /** Reads the positions of up to 100 consumers in one call. */
  positions(consumers: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Reads one position. */
  position(consumer: string): Promise<number>;
  /**
   * Saves an attempt, or clears it with `undefined`, if the checkpoint is still at `from`; `false`: another invocation
   * moved it.
   */
  attempt(consumer: string, from: number, attempt: Attempt | undefined): Promise<boolean>;
  /** Moves a checkpoint and clears its attempt if it is still at `from`; `false`: another invocation moved it. */
  move(consumer: string, from: number, to: number): Promise<boolean>;
  /** Asks a consumer to handle a position again. */
  release(consumer: string, position: number): Promise<void>;
  /** Removes a released position after it was handled. */
  released(consumer: string, position: number): Promise<void>;
  /** Removes a checkpoint. */
  remove(consumer: string): Promise<void>;
}

export const atStart: Checkpoint = { position: 0 };
