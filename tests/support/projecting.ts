import type { PositionedEvent } from '#shared/feed/block.ts';
import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import { consumeFeed } from '#shared/feed/consume-feed.ts';
import type { Quarantine } from '#shared/feed/quarantine.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { groupOf } from '#shared/projections/generations/project-group.ts';
import { regroup } from '#shared/projections/generations/regroup.ts';
import type { GenerationRegistry } from '#shared/projections/generations/generation-registry.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

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
): Promise<void> {
  const stages = projectionStages(stores.readModels, await regroup(stores));
  for (const consumer of stages.flat()) await consumeFeed(consumer, stores);
}

/** Hands events of the feed to every projection. */
export async function projectEvents({ readModels }: Projected, events: readonly PositionedEvent[]): Promise<void> {
  for (const consumer of projectionStages(readModels).flat()) await consumer.handle(events);
}

/** Takes a projection out of the group of those that advance together: it stays behind, as one does whose generation is being built. */
export async function leaveBehind(
  { registry }: { readonly registry: GenerationRegistry },
  projection: string,
): Promise<void> {
  const decisions = await registry.read();
  const { consumer, members } = groupOf(decisions);
  const others = members.filter((id) => !id.startsWith(`${projection}@`));
  await registry.replace(decisions, { ...decisions, group: { consumer, members: others } });
}
