import type { GenerationPorts } from './manage-generations.ts';
import { positionsOfGenerations } from './project-group.ts';
import {
  arrivedWithin,
  generationsOf,
  type Decisions,
  inOrder,
  isBroken,
  noneDecided,
  parseGeneration,
  servingGeneration,
  versionsInCode,
} from './generations.ts';

/**
 * What a build is to queries: it answers them, could (it has arrived), will (it is being built), never will by this code, which does not
 * have its version any more (retired), or is being removed; or it is broken: it went without too many events, and only a rebuild mends it.
 */
export type BuildState = 'serving' | 'arrived' | 'building' | 'retired' | 'dropping' | 'broken';

export interface GenerationStatus {
  readonly id: string;
  readonly version: number;
  readonly state: BuildState;
  /** The last position it has. */
  readonly position: number;
  /** Positions behind the end of the feed. */
  readonly lag: number;
  /** Events that it goes without: they are in the quarantine. */
  readonly setAside: number;
}

export interface ProjectionStatus {
  readonly name: string;
  /** The id of the build that queries are answered from. */
  readonly serving: string;
  readonly builds: readonly GenerationStatus[];
}

/** How the builds of all projections stand, and where the feed ends. */
export async function listGenerations({
  registry,
  checkpoints,
  feed,
  code = versionsInCode,
}: GenerationPorts): Promise<{ head: number; projections: ProjectionStatus[] }> {
  const [decisions, { position: head }] = await Promise.all([registry.read(), feed.head()]);
  const projections = [...code.keys()].map(async (name): Promise<ProjectionStatus> => {
    const serving = servingGeneration(decisions, name, code);
    const current = new Set([serving, ...generationsOf(decisions, name, code)]);
    const stateOf = (id: string, lag: number): BuildState => {
      if (isBroken(decisions, id)) return 'broken';
      if (id === serving) return 'serving';
      if (decisions.projections[name]?.dropping.some(({ build }) => build === id) === true) return 'dropping';
      if (!current.has(id)) return 'retired';
      return lag <= arrivedWithin ? 'arrived' : 'building';
    };
    const ids = allBuilds(decisions, name, current);
    const positions = await positionsOfGenerations(checkpoints, decisions, ids, code);
    const builds = ids.map((id): GenerationStatus => {
      const position = positions.get(id) ?? 0;
      const lag = Math.max(head - position, 0);
      const setAside = decisions.setAside?.[id]?.length ?? 0;
      return { id, version: parseGeneration(id)?.version ?? 0, state: stateOf(id, lag), position, lag, setAside };
    });
    return { name, serving, builds };
  });
  return { head, projections: await Promise.all(projections) };
}

function allBuilds(decisions: Decisions, name: string, current: ReadonlySet<string>): string[] {
  const { further, dropping } = decisions.projections[name] ?? noneDecided;
  return [...new Set([...current, ...further, ...dropping.map(({ build }) => build)])].toSorted(inOrder);
}
