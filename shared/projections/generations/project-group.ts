import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import { type Decisions, type Group, servingGeneration, undecided, versionsInCode } from './generations.ts';

/** The consumer that the generations in service advance with, until one of them is replaced. */
export const projectConsumer = 'project';

/** Whether a consumer is the group, or was it before a generation was replaced. */
export const isGroup = (consumer: string): boolean => /^project(\.\d+)?$/.test(consumer);

/** The generations that advance together; before anything was decided, those that the code serves from. */
export const groupOf = (decisions: Decisions, code = versionsInCode): Group =>
  decisions.group ?? {
    consumer: projectConsumer,
    members: [...code.keys()].map((name) => servingGeneration(undecided, name, code)),
  };

/** The consumer of the feed whose checkpoint tells how far a generation is. */
export function consumerOf(decisions: Decisions, generation: string, code = versionsInCode): string {
  const { consumer, members } = groupOf(decisions, code);
  return members.includes(generation) ? consumer : generation;
}

/** The last positions that generations have, by their ids. */
export async function positionsOfGenerations(
  checkpoints: Pick<Checkpoints, 'positions'>,
  decisions: Decisions,
  generations: readonly string[],
  code = versionsInCode,
): Promise<ReadonlyMap<string, number>> {
  const consumers = new Map(generations.map((id) => [id, consumerOf(decisions, id, code)]));
  const positions = await checkpoints.positions([...new Set(consumers.values())]);
  return new Map([...consumers].map(([id, consumer]) => [id, positions.get(consumer) ?? 0]));
}
