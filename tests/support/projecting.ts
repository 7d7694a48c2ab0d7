import type { PositionedEvent } from '#shared/feed/block.ts';
import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import { consumeFeed, type ConsumeOptions } from '#shared/feed/consume-feed.ts';
import type { Quarantine } from '#shared/feed/quarantine.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { projectionStages } from '#shared/read-models/all-projections.ts';
import type { GenerationRegistry } from '#shared/projections/generations/generation-registry.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

interface Projected {
  readonly readModels: ReadModels;
  readonly ledger: Pick<LedgerReader, 'commits'>;
}

/** Brings the serving build of every projection to the end of the feed, stage after stage. */
export async function projectFeed(
  stores: Projected & {
    readonly feed: Pick<FeedReader, 'read'>;
    readonly checkpoints: Checkpoints;
    readonly quarantine: Pick<Quarantine, 'add'>;
    readonly registry: Pick<GenerationRegistry, 'read'>;
  },
  options: Pick<ConsumeOptions, 'maxFailures'> = {},
): Promise<void> {
  const stages = projectionStages(stores.readModels, stores.ledger, await stores.registry.read());
  for (const consumer of stages.flat()) await consumeFeed(consumer, { ...stores, ...options });
}

/** Hands events of the feed to every projection, stage after stage. */
export async function projectEvents(
  { readModels, ledger }: Projected,
  events: readonly PositionedEvent[],
): Promise<void> {
  for (const consumer of projectionStages(readModels, ledger).flat()) await consumer.handle(events);
}
