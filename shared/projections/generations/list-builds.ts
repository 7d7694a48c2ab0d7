import { type BuildPorts, arrivedWithin } from './manage-builds.ts';
import { buildsOf, type Decisions, inOrder, noneDecided, parseBuild, servingBuild, versionsInCode } from './builds.ts';

/**
 * What a build is to queries: it answers them, could (it has arrived), will (it is being built), never will by this code, which does not
 * have its version any more (retired), or is being removed.
 */
export type BuildState = 'serving' | 'arrived' | 'building' | 'retired' | 'dropping';

export interface BuildStanding {
  readonly id: string;
  readonly version: number;
  readonly state: BuildState;
  /** The last position it has. */
  readonly position: number;
  /** Positions behind the end of the feed. */
  readonly lag: number;
}

export interface ProjectionStanding {
  readonly name: string;
  /** The id of the build that queries are answered from. */
  readonly serving: string;
  readonly builds: readonly BuildStanding[];
}

/** How the builds of all projections stand, and where the feed ends. */
export async function listBuilds({
  registry,
  checkpoints,
  feed,
  code = versionsInCode,
}: BuildPorts): Promise<{ head: number; projections: ProjectionStanding[] }> {
  const [decisions, { position: head }] = await Promise.all([registry.read(), feed.head()]);
  const projections = [...code.keys()].map(async (name): Promise<ProjectionStanding> => {
    const serving = servingBuild(decisions, name, code);
    const current = new Set([serving, ...buildsOf(decisions, name, code)]);
    const builds = allBuilds(decisions, name, current).map(async (id): Promise<BuildStanding> => {
      const position = await checkpoints.position(id);
      const lag = Math.max(head - position, 0);
      return { id, version: parseBuild(id)?.version ?? 0, state: stateOf(id, lag), position, lag };
    });
    const stateOf = (id: string, lag: number): BuildState => {
      if (id === serving) return 'serving';
      if (decisions.projections[name]?.dropping.some(({ build }) => build === id) === true) return 'dropping';
      if (!current.has(id)) return 'retired';
      return lag <= arrivedWithin ? 'arrived' : 'building';
    };
    return { name, serving, builds: await Promise.all(builds) };
  });
  return { head, projections: await Promise.all(projections) };
}

function allBuilds(decisions: Decisions, name: string, current: ReadonlySet<string>): string[] {
  const { further, dropping } = decisions.projections[name] ?? noneDecided;
  return [...new Set([...current, ...further, ...dropping.map(({ build }) => build)])].toSorted(inOrder);
}
