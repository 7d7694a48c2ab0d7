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
 * The state of a generation: it serves queries; it has caught up (`arrived`); it is catching up (`building`); this code
 * does not have its version any more (`retired`); its rows are being removed (`dropping`); or it lacks too many events
 * and needs a rebuild (`broken`).
 */
export type GenerationState = 'serving' | 'arrived' | 'building' | 'retired' | 'dropping' | 'broken';

export interface GenerationStatus {
  readonly id: string;
  readonly version: number;
  readonly state: GenerationState;
  /** The position of its checkpoint. */
  readonly position: number;
  /** Positions behind the end of the feed. */
  readonly lag: number;
  /** The number of its quarantined events. */
  readonly setAside: number;
}

export interface ProjectionStatus {
  readonly name: string;
  /** The id of the generation that serves. */
  readonly serving: string;
  readonly builds: readonly GenerationStatus[];
}

/** Lists the generations of all projections with their progress, and the head of the feed. */
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
    const stateOf = (id: string, lag: number): GenerationState => {
      if (isBroken(decisions, id)) return 'broken';
      if (id === serving) return 'serving';
      if (decisions.projections[name]?.dropping.some(({ generation }) => generation === id) === true) return 'dropping';
      if (!current.has(id)) return 'retired';
      return lag <= arrivedWithin ? 'arrived' : 'building';
    };
    const ids = allGenerations(decisions, name, current);
    const positions = await positionsOfGenerations(checkpoints, decisions, ids, code);
    const generations = ids.map((id): GenerationStatus => {
      const position = positions.get(id) ?? 0;
      const lag = Math.max(head - position, 0);
      const setAside = decisions.setAside?.[id]?.length ?? 0;
      return { id, version: parseGeneration(id)?.version ?? 0, state: stateOf(id, lag), position, lag, setAside };
    });
    return { name, serving, builds: generations };
  });
  return { head, projections: await Promise.all(projections) };
}

function allGenerations(decisions: Decisions, name: string, current: ReadonlySet<string>): string[] {
  const { further, dropping } = decisions.projections[name] ?? noneDecided;
  return [...new Set([...current, ...further, ...dropping.map(({ generation }) => generation)])].toSorted(inOrder);
}
