import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import type { GenerationRegistry } from './generation-registry.ts';
import {
  arrivedWithin,
  type Decisions,
  generationsOf,
  isBroken,
  servingGeneration,
  versionsInCode,
} from './generations.ts';
import { groupOf, projectConsumer } from './project-group.ts';

export interface GroupPorts {
  readonly registry: GenerationRegistry;
  readonly checkpoints: Pick<Checkpoints, 'positions' | 'move'>;
  readonly code?: typeof versionsInCode;
}

/**
 * Adds promoted generations to the group once they have caught up with it, and removes those that they replaced. The
 * new group is a consumer of its own: it starts where all its members are complete, and an invocation that still runs
 * the former group moves only that group's checkpoint. A broken generation leaves at its last quarantined position.
 * Returns the resulting decisions.
 */
export async function regroup(ports: GroupPorts, read?: Decisions): Promise<Decisions> {
  const { registry, checkpoints, code = versionsInCode } = ports;
  for (let decisions = read ?? (await registry.read()); ; decisions = await registry.read()) {
    const serving = [...code.keys()].map((name) => servingGeneration(decisions, name, code));
    const group = groupOf(decisions, code);
    const kept = serving.filter((id) => !isBroken(decisions, id));
    if (decisions.group !== undefined && same(group.members, kept)) return decisions;
    const leaving = group.members.filter((id) => !kept.includes(id));
    const others = kept.filter((id) => !group.members.includes(id));
    const positions = await checkpoints.positions([group.consumer, ...leaving, ...others]);
    const at = (id: string) => positions.get(id) ?? 0;
    const position = at(group.consumer);
    const joining = others.filter((id) => at(id) + arrivedWithin >= position);
    const members = kept.filter((id) => group.members.includes(id) || joining.includes(id));
    if (decisions.group !== undefined && same(group.members, members)) return decisions;
    if (same(group.members, members)) {
      if (await registry.replace(decisions, { ...decisions, group })) return registry.read();
      continue;
    }
    for (const id of leaving.filter((one) => isKept(decisions, one, code))) {
      const left = isBroken(decisions, id) ? Math.max(...(decisions.setAside?.[id] ?? [])) : position;
      if (at(id) < left) await checkpoints.move(id, at(id), left);
    }
    const consumer = `${projectConsumer}.${decisions.revision + 1}`;
    const start = Math.min(position, ...joining.map(at));
    if (start > 0) await checkpoints.move(consumer, 0, start);
    if (await registry.replace(decisions, { ...decisions, group: { consumer, members } })) return registry.read();
  }
}

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id) => others.includes(id));

/** Whether this code advances a generation. */
function isKept(decisions: Decisions, generation: string, code: typeof versionsInCode): boolean {
  const [name = ''] = generation.split('@');
  return generationsOf(decisions, name, code).includes(generation);
}
