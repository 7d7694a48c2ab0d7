import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import { consumeFeed, type ConsumeOptions, type FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import type { Quarantine } from '#shared/feed/consumers/quarantine.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { allProjections } from '#shared/read-models/all-projections.ts';
import { projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { groupOf } from '#shared/projections/generations/project-group.ts';
import { regroup } from '#shared/projections/generations/regroup.ts';
import { undecided } from '#shared/projections/generations/generations.ts';
import type { GenerationRegistry } from '#shared/projections/generations/generation-registry.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { inMemoryStores } from './in-memory-stores.ts';

interface Projected {
  readonly readModels: ReadModels;
}

/** Brings the generations that serve to the end of the feed. */
export async function projectFeed(
  stores: Projected & {
    readonly feed: Pick<FeedReader, 'read'>;
    readonly checkpoints: Checkpoints;
    readonly quarantine: Pick<Quarantine, 'add'>;
    readonly registry: GenerationRegistry;
  },
  options: Pick<ConsumeOptions, 'maxFailures'> = {},
): Promise<void> {
  const stages = projectionStages(stores, await regroup(stores));
  for (const consumer of stages.flat()) await consumeFeed(consumer, { ...stores, ...options });
}

/**
 * The generations that serve as one consumer, over read models alone: of every projection, or of those that a test asks
 * about.
 */
export function servingConsumer(readModels: ReadModels, names?: readonly string[]): FeedConsumer {
  const code = allProjections.filter(({ projection }) => names?.includes(projection.name) !== false);
  const [consumer] = projectionStages({ readModels, registry: inMemoryStores().registry }, undecided, code).flat();
  if (consumer === undefined) throw new Error('Nothing is projected');
  return consumer;
}

/** Hands events to a consumer of which no part may go without any, and returns how many of them it handled. */
export const handleAll = async (
  consumer: FeedConsumer,
  events: readonly PositionedEvent[],
  maxRows?: number,
): Promise<number> => {
  const mayGoWithoutNone = async (part: string, { id }: PositionedEvent, error: unknown): Promise<never> => {
    throw new Error(`${part} goes without ${id}`, { cause: error });
  };
  return (await consumer.handle(events, mayGoWithoutNone, maxRows)) ?? events.length;
};

/** Hands events of the feed to every projection, or to those that a test asks about. */
export const projectEvents = async (
  { readModels }: Projected,
  events: readonly PositionedEvent[],
  names?: readonly string[],
): Promise<void> => {
  await handleAll(servingConsumer(readModels, names), events);
};

/**
 * Takes a projection out of the group of those that advance together: it stays behind, as one does whose generation is
 * being built.
 */
export async function leaveBehind(
  { registry }: { readonly registry: GenerationRegistry },
  projection: string,
): Promise<void> {
  const decisions = await registry.read();
  const { consumer, members } = groupOf(decisions);
  const others = members.filter((id) => !id.startsWith(`${projection}@`));
  await registry.replace(decisions, { ...decisions, group: { consumer, members: others } });
}
