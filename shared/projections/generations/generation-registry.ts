import { systemTiming } from '#shared/clock.ts';
import { type Decisions, isBroken, servingGeneration } from './generations.ts';
import { consumerOf } from './project-group.ts';

/** The port to what was decided about builds: which of them serve, which are built anew, which are dropped. */
export interface GenerationRegistry {
  /** Strongly consistent. */
  read(): Promise<Decisions>;
  /** Writes the next decisions if nobody has decided anything since these were read; `false`: somebody has. */
  replace(read: Decisions, next: Omit<Decisions, 'revision'>): Promise<boolean>;
}

/** What serves, the same for as long as this is used. */
export interface Serving {
  /** Returns the id of the generation of a projection that queries are answered from. */
  (projection: string): string;
  /** Returns the consumer of the feed whose checkpoint tells how far a generation is. */
  readonly consumerOf: (generation: string) => string;
  /** Whether a generation is not kept up any more. */
  readonly isBroken: (generation: string) => boolean;
}

export const servingBy = (decisions: Decisions): Serving =>
  Object.assign((projection: string) => servingGeneration(decisions, projection), {
    consumerOf: (generation: string) => consumerOf(decisions, generation),
    isBroken: (generation: string) => isBroken(decisions, generation),
  });

/** Milliseconds for which a function answers from the builds that it knows to serve: so long a switch may go unnoticed. */
const keptMs = 2000;

/** What serves, read again when it was read longer ago than it may be kept, or is asked for afresh. */
export function servingNow(
  registry: Pick<GenerationRegistry, 'read'>,
  now = systemTiming.now,
): (fresh?: boolean) => Promise<Serving> {
  let known: { readonly serving: Serving; readonly at: number } | undefined;
  return async (fresh = false) => {
    if (fresh || known === undefined || now() - known.at > keptMs) {
      const at = now();
      known = { serving: servingBy(await registry.read()), at };
    }
    return known.serving;
  };
}
