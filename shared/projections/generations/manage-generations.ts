import type { Clock } from '#shared/clock.ts';
import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { seenWithin } from '#shared/feed/seen-within.ts';
import type { GenerationRegistry } from './generation-registry.ts';
import { GenerationRefused, NoSuchGeneration } from './generation-errors.ts';
import { positionsOfGenerations } from './project-group.ts';
import {
  arrivedWithin,
  generationsOf,
  type DecidedGenerations,
  type Decisions,
  inOrder,
  isBroken,
  nextGeneration,
  noneDecided,
  parseGeneration,
  type ProjectionVersions,
  servingGeneration,
  versionsInCode,
} from './generations.ts';

export interface GenerationPorts {
  readonly registry: GenerationRegistry;
  readonly checkpoints: Pick<Checkpoints, 'position' | 'positions'>;
  readonly feed: Pick<FeedReader, 'head'>;
  readonly now?: () => Date;
  /** Absent: the system's. */
  readonly clock?: Clock;
  /** What the code projects; absent: this code. */
  readonly code?: ProjectionVersions;
}

/** Seconds that a promotion waits for a build that is nearly there. */
const promotionSeconds = 5;

/**
 * Has a version of a projection (absent: the newest in the code) built anew, beside what serves. While such a build stands that has not been
 * promoted, it is that one. Throws NoSuchGeneration.
 */
export async function rebuild(ports: GenerationPorts, name: string, version?: number): Promise<string> {
  const { registry, code = versionsInCode } = ports;
  const chosen = version ?? code.get(name)?.at(-1);
  if (chosen === undefined || !code.get(name)?.includes(chosen)) throw new NoSuchGeneration(name, version);
  for (;;) {
    const decisions = await registry.read();
    const standing = newest(decisions, name, code, chosen);
    if (standing !== undefined) return standing;
    const build = nextGeneration(decisions, name, chosen);
    const { further } = decisions.projections[name] ?? noneDecided;
    if (await decide(registry, decisions, name, { further: [...further, build] })) return build;
  }
}

/** The newest build, in order, that comes after the one that serves. */
function newest(decisions: Decisions, name: string, code: ProjectionVersions, version?: number): string | undefined {
  const serving = servingGeneration(decisions, name, code);
  return generationsOf(decisions, name, code)
    .filter(
      (id) =>
        !isBroken(decisions, id) &&
        inOrder(id, serving) > 0 &&
        (version === undefined || parseGeneration(id)?.version === version),
    )
    .toSorted(inOrder)
    .at(-1);
}

export interface Promotion {
  readonly serving: string;
  /** What served before. */
  readonly replaced: string;
}

/**
 * Lets a build (absent: the newest that was not promoted yet) serve, by one write on the condition that what served is still what served
 * when this was asked for. Throws GenerationRefused when the build has not arrived, or another was promoted meanwhile; NoSuchGeneration.
 */
export async function promote(ports: GenerationPorts, name: string, wanted?: string): Promise<Promotion> {
  const { registry, code = versionsInCode } = ports;
  if (!code.has(name)) throw new NoSuchGeneration(name);
  let decisions = await registry.read();
  const replaced = servingGeneration(decisions, name, code);
  const build = wanted ?? newest(decisions, name, code);
  if (build === undefined)
    throw new GenerationRefused('nothing-to-promote', `No build of ${name} is newer than ${replaced}`);
  for (;;) {
    const serving = servingGeneration(decisions, name, code);
    if (serving === build) return { serving, replaced };
    if (serving !== replaced)
      throw new GenerationRefused('overtaken', `${serving} was promoted meanwhile, not ${build}`);
    if (!generationsOf(decisions, name, code).includes(build)) throw new NoSuchGeneration(build);
    if (isBroken(decisions, build)) {
      throw new GenerationRefused(
        'rebuild-instead',
        `${build} goes without too many events: rebuild ${name} after the mend`,
      );
    }
    await requireArrival(ports, decisions, build, serving);
    const { further } = decisions.projections[name] ?? noneDecided;
    const kept = [...new Set([...further, serving, build])];
    if (await decide(registry, decisions, name, { serving: build, further: kept })) return { serving: build, replaced };
    decisions = await registry.read();
  }
}

/** Throws GenerationRefused unless a build is where the serving one is, and at the end of the feed, or nearly so. */
async function requireArrival(
  ports: GenerationPorts,
  decisions: Decisions,
  build: string,
  serving: string,
): Promise<void> {
  const { checkpoints, feed, code, clock } = ports;
  const look = async () => {
    const [{ position: head }, positions] = await Promise.all([
      feed.head(),
      positionsOfGenerations(checkpoints, decisions, [build, serving], code),
    ]);
    return { position: positions.get(build) ?? 0, serving: positions.get(serving) ?? 0, head };
  };
  type Progress = Awaited<ReturnType<typeof look>>;
  const arrived = (at: Progress) => at.position >= at.serving && at.head - at.position <= arrivedWithin;
  const farAway = (at: Progress) => at.head - at.position > 10 * arrivedWithin;
  const lookForEnd = async () => {
    const at = await look();
    return arrived(at) || farAway(at) ? at : undefined;
  };
  const settled = await seenWithin(promotionSeconds, lookForEnd, clock);
  const at = settled ?? (await look());
  if (arrived(at)) return;
  const { position, head } = at;
  throw new GenerationRefused('not-arrived', `${build} is at position ${position}, ${serving} at ${at.serving}, the feed ends at ${head}`, at); // prettier-ignore
}

/**
 * Has the rows and the checkpoint of a build removed; `false`: they are gone already. Throws GenerationRefused when it serves; NoSuchGeneration.
 */
export async function drop(ports: GenerationPorts, name: string, build: string): Promise<boolean> {
  const { registry, checkpoints, now = () => new Date(), code = versionsInCode } = ports;
  if (parseGeneration(build)?.name !== name || !code.has(name)) throw new NoSuchGeneration(build);
  for (;;) {
    const decisions = await registry.read();
    const { dropping, dropped, further } = decisions.projections[name] ?? noneDecided;
    if (dropped.includes(build)) return false;
    if (dropping.some((other) => other.build === build)) return true;
    if (servingGeneration(decisions, name, code) === build) {
      throw new GenerationRefused('serves', `${build} serves: promote another build before it is dropped`);
    }
    const known = generationsOf(decisions, name, code).includes(build) || further.includes(build);
    if (!known && (await checkpoints.position(build)) === 0) throw new NoSuchGeneration(build);
    const next = {
      further: further.filter((id) => id !== build),
      dropping: [...dropping, { build, since: now().toISOString() }],
    };
    if (await decide(registry, decisions, name, next)) return true;
  }
}

/** Writes what is decided anew of one projection. */
export async function decide(
  registry: GenerationRegistry,
  decisions: Decisions,
  name: string,
  next: Partial<DecidedGenerations>,
): Promise<boolean> {
  const decided = { ...noneDecided, ...decisions.projections[name], ...next };
  return registry.replace(decisions, { ...decisions, projections: { ...decisions.projections, [name]: decided } });
}
