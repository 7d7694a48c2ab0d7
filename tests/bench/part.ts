import type { Figure } from './figure.ts';

export interface Bench {
  /** A DynamoDB Local for this part alone: nothing that another part left behind slows it. */
  readonly startDatabase: () => Promise<string>;
  /** Fewer rounds of less work, for development: the figures are rough. */
  readonly quick: boolean;
}

/** One part of the benchmark. */
export interface Part {
  readonly name: string;
  /** The workload and how it is measured, in a sentence or two. */
  readonly how: string;
  readonly measure: (bench: Bench) => Promise<readonly Figure[]>;
}
