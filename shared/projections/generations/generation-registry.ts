import { systemTiming } from '#shared/clock.ts';
import { type Decisions, servingGeneration } from './generations.ts';

/** The port to what was decided about builds: which of them serve, which are built anew, which are dropped. */
export interface GenerationRegistry {
  /** Strongly consistent. */
  read(): Promise<Decisions>;
  /** Writes the next decisions if nobody has decided anything since these were read; `false`: somebody has. */
  replace(read: Decisions, next: Omit<Decisions, 'revision'>): Promise<boolean>;
}

/** The id of the build of a projection that queries are answered from, the same for as long as this is used. */
export type Serving = (projection: string) => string;

export const servingBy =
  (decisions: Decisions): Serving =>
  (projection) =>
    servingGeneration(decisions, projection);

/** Milliseconds for which a function answers from the builds that it knows to serve: so long a switch may go unnoticed. */
const keptMs = 2000;

/** What serves, read again when it was read longer ago than it may be kept. */
export function servingNow(registry: Pick<GenerationRegistry, 'read'>, now = systemTiming.now): () => Promise<Serving> {
  let known: { readonly serving: Serving; readonly at: number } | undefined;
  return async () => {
    if (known === undefined || now() - known.at > keptMs) {
      const at = now();
      known = { serving: servingBy(await registry.read()), at };
    }
    return known.serving;
  };
}
