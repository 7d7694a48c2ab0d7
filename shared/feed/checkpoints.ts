/** How far each consumer of the feed has come. */
export interface Checkpoints {
  /** The last position the consumer has handled; 0: none. Strongly consistent. */
  position(consumer: string): Promise<number>;
  /** The same of up to 100 consumers, in one call. */
  positions(consumers: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Moves a checkpoint if it is still where it was read; `false`: another invocation moved it. */
  move(consumer: string, from: number, to: number): Promise<boolean>;
  /** Forgets a consumer: its checkpoint is at 0 again. */
  remove(consumer: string): Promise<void>;
}
