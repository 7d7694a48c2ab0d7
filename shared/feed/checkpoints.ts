/** A slice that a consumer has begun and not finished yet. */
export interface Attempt {
  /** The last position of the slice. */
  readonly to: number;
  /** How often the slice, when it is one event alone, has failed. */
  readonly failures: number;
  /** ISO 8601 instant after which the invocation that began it has certainly ended. */
  readonly until: string;
}

/** How far a consumer of the feed has come. */
export interface Checkpoint {
  /** The last position the consumer has handled; 0: none. */
  readonly position: number;
  /** What it was doing when it was last heard of. */
  readonly attempt?: Attempt;
  /** Positions, at most 100, that were quarantined, and that an operator wants handled again. */
  readonly released?: readonly number[];
}

/** How far each consumer of the feed has come. Reads are strongly consistent. */
export interface Checkpoints {
  /** Reads up to 100 checkpoints in one call; a consumer that has none is at position 0. */
  read(consumers: readonly string[]): Promise<ReadonlyMap<string, Checkpoint>>;
  /** Reads the positions of up to 100 consumers in one call. */
  positions(consumers: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Reads one position. */
  position(consumer: string): Promise<number>;
  /** Notes, or with `undefined` forgets, what a consumer attempts if it is still at `from`; `false`: another invocation moved it. */
  attempt(consumer: string, from: number, attempt: Attempt | undefined): Promise<boolean>;
  /** Moves a checkpoint and forgets the attempt if it is still at `from`; `false`: another invocation moved it. */
  move(consumer: string, from: number, to: number): Promise<boolean>;
  /** Asks a consumer to handle a position again. */
  release(consumer: string, position: number): Promise<void>;
  /** Notes that a released position was dealt with. */
  released(consumer: string, position: number): Promise<void>;
  /** Forgets a consumer: its checkpoint is at 0 again. */
  remove(consumer: string): Promise<void>;
}

export const atStart: Checkpoint = { position: 0 };
