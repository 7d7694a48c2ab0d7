import { systemTiming } from '#shared/clock.ts';
import { type Decisions, isBroken, servingGeneration } from './generations.ts';
import { consumerOf } from './project-group.ts';

/** The port to the decisions about generations: which serve, which are rebuilt, which are dropped. */
export interface GenerationRegistry {
  /** Strongly consistent. */
  read(): Promise<Decisions>;
  /** Writes the next decisions unless others were written since these were read; `false` when they were. */
  replace(read: Decisions, next: Omit<Decisions, 'revision'>): Promise<boolean>;
}

/** A fixed view of the serving generations. */
export interface Serving {
  /** Returns the id of the serving generation of a projection. */
  (projection: string): string;
  /** Returns the consumer whose checkpoint holds the position of a generation. */
  readonly consumerOf: (generation: string) => string;
  /** Whether a generation has stopped advancing. */
  readonly isBroken: (generation: string) => boolean;
}

export const servingBy = (decisions: Decisions): Serving =>
  Object.assign((projection: string) => servingGeneration(decisions, projection), {
    consumerOf: (generation: string) => consumerOf(decisions, generation),
    isBroken: (generation: string) => isBroken(decisions, generation),
  });

/** Milliseconds for which a function caches the serving generations; it may miss a switch for so long. */
export const servingKeptMs = 2000;

/** Returns the serving generations from a cache; reads them again when the cache has expired or `fresh` is set. */
export function servingNow(
  registry: Pick<GenerationRegistry, 'read'>,
  now = systemTiming.now,
): (fresh?: boolean) => Promise<Serving> {
  let known: { readonly serving: Serving; readonly at: number } | undefined;
  return async (fresh = false) => {
    if (fresh || known === undefined || now() - known.at > servingKeptMs) {
      const at = now();
      known = { serving: servingBy(await registry.read()), at };
    }
    return known.serving;
  };
}
