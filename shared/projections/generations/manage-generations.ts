import type { Clock } from '#shared/clock.ts';
import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
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
  /** The projections of the code; absent: this code. */
  readonly code?: ProjectionVersions;
}

/** Seconds that a promotion waits for a generation that has nearly caught up. */
const promotionSeconds = 5;

/**
 * Starts a new generation of a version (absent: the newest in the code) in the background and returns its id. Returns
 * the existing one while a newer generation than the serving one has not been promoted. Throws NoSuchGeneration.
 */
export async function rebuild(ports: GenerationPorts, name: string, version?: number): Promise<string> {
  const { registry, code = versionsInCode } = ports;
  const chosen = version ?? code.get(name)?.at(-1);
  if (chosen === undefined || !code.get(name)?.includes(chosen)) throw new NoSuchGeneration(name, version);
  for (;;) {
    const decisions = await registry.read();
    const existing = newest(decisions, name, code, chosen);
    if (existing !== undefined) return existing;
    const generation = nextGeneration(decisions, name, chosen);
    const { further } = decisions.projections[name] ?? noneDecided;
    if (await decide(registry, decisions, name, { further: [...further, generation] })) return generation;
  }
}

/** Returns the newest generation that comes after the serving one. */
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
 * Promotes a generation (absent: the newest that was not promoted yet) by one write, on the condition that the
 * generation that served when the request came still serves. Throws GenerationRefused when the generation has not
 * caught up, or another was promoted since; NoSuchGeneration.
 */
export async function promote(ports: GenerationPorts, name: string, wanted?: string): Promise<Promotion> {
  const { registry, code = versionsInCode } = ports;
  if (!code.has(name)) throw new NoSuchGeneration(name);
  let decisions = await registry.read();
  const replaced = servingGeneration(decisions, name, code);
  const generation = wanted ?? newest(decisions, name, code);
  if (generation === undefined)
    throw new GenerationRefused('nothing-to-promote', `No generation of ${name} is newer than ${replaced}`);
  for (;;) {
    const serving = servingGeneration(decisions, name, code);
    if (serving === generation) return { serving, replaced };
    if (serving !== replaced)
      throw new GenerationRefused('overtaken', `${serving} was promoted in between, not ${generation}`);
    if (!generationsOf(decisions, name, code).includes(generation)) throw new NoSuchGeneration(generation);
    if (isBroken(decisions, generation)) {
      throw new GenerationRefused(
        'rebuild-instead',
        `${generation} lacks too many events: rebuild ${name} after the fix`,
      );
    }
    await requireCaughtUp(ports, decisions, generation, serving);
    const { further } = decisions.projections[name] ?? noneDecided;
    const kept = [...new Set([...further, serving, generation])];
    if (await decide(registry, decisions, name, { serving: generation, further: kept }))
      return { serving: generation, replaced };
    decisions = await registry.read();
  }
}

/**
 * Throws GenerationRefused unless a generation has reached the serving one and is within `arrivedWithin` of the end of
 * the feed.
 */
async function requireCaughtUp(
  ports: GenerationPorts,
  decisions: Decisions,
  generation: string,
  serving: string,
): Promise<void> {
  const { checkpoints, feed, code, clock } = ports;
  const look = async () => {
    const [{ position: head }, positions] = await Promise.all([
      feed.head(),
      positionsOfGenerations(checkpoints, decisions, [generation, serving], code),
    ]);
    return { position: positions.get(generation) ?? 0, serving: positions.get(serving) ?? 0, head };
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
  throw new GenerationRefused('not-arrived', `${generation} is at position ${position}, ${serving} at ${at.serving}, the feed ends at ${head}`, at); // prettier-ignore
}

/**
 * Schedules the removal of a generation's rows and checkpoint; `false` when they are removed already. Throws
 * GenerationRefused when it serves; NoSuchGeneration.
 */
export async function drop(ports: GenerationPorts, name: string, generation: string): Promise<boolean> {
  const { registry, checkpoints, now = () => new Date(), code = versionsInCode } = ports;
  if (parseGeneration(generation)?.name !== name || !code.has(name)) throw new NoSuchGeneration(generation);
  for (;;) {
    const decisions = await registry.read();
    const { dropping, dropped, further } = decisions.projections[name] ?? noneDecided;
    if (dropped.includes(generation)) return false;
    if (dropping.some((other) => other.generation === generation)) return true;
    if (servingGeneration(decisions, name, code) === generation) {
      throw new GenerationRefused('serves', `${generation} serves: promote another generation before it is dropped`);
    }
    const known = generationsOf(decisions, name, code).includes(generation) || further.includes(generation);
    if (!known && (await checkpoints.position(generation)) === 0) throw new NoSuchGeneration(generation);
    const next = {
      further: further.filter((id) => id !== generation),
      dropping: [...dropping, { generation, since: now().toISOString() }],
    };
    if (await decide(registry, decisions, name, next)) return true;
  }
}

/** Writes new decisions about one projection; `false` when another decision came first. */
export async function decide(
  registry: GenerationRegistry,
  decisions: Decisions,
  name: string,
  next: Partial<DecidedGenerations>,
): Promise<boolean> {
  const decided = { ...noneDecided, ...decisions.projections[name], ...next };
  return registry.replace(decisions, { ...decisions, projections: { ...decisions.projections, [name]: decided } });
}
