import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import { type Decisions, type Group, servingGeneration, undecided, versionsInCode } from './generations.ts';

/** The consumer of the first group of serving generations. */
export const projectConsumer = 'project';

/** Whether a consumer is the group, or was before a generation was replaced. */
export const isGroup = (consumer: string): boolean => /^project(\.\d+)?$/.test(consumer);

/** Returns the generations that advance together; before any decision, those that the code serves. */
export const groupOf = (decisions: Decisions, code = versionsInCode): Group =>
  decisions.group ?? {
    consumer: projectConsumer,
    members: [...code.keys()].map((name) => servingGeneration(undecided, name, code)),
  };

/** Returns the consumer whose checkpoint holds the position of a generation. */
export function consumerOf(decisions: Decisions, generation: string, code = versionsInCode): string {
  const { consumer, members } = groupOf(decisions, code);
  return members.includes(generation) ? consumer : generation;
}

/** Returns the positions of generations, by their ids. */
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
