import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import { otherConsumers } from '#shared/feed/consumers/consumer-names.ts';
import { type Quarantine, sequencerName } from '#shared/feed/consumers/quarantine.ts';
import { GenerationRefused } from './generation-errors.ts';
import type { GenerationRegistry } from './generation-registry.ts';
import { type Decisions, generationsOf, parseGeneration } from './generations.ts';
import { groupOf, isGroup } from './project-group.ts';

export interface QuarantinePorts {
  readonly quarantine: Quarantine;
  readonly checkpoints: Pick<Checkpoints, 'release' | 'released'>;
  readonly registry: Pick<GenerationRegistry, 'read'>;
}

/**
 * Releases a quarantined item after the fix; `false` when it is not there. The sequencer tries a commit again at its
 * next reconciliation, and a consumer without rows handles the event again in its next run. The rows of projections
 * have moved on: throws `GenerationRefused` while the generations are kept, since only a rebuild handles the event at
 * its place.
 */
export async function releaseQuarantined(
  { quarantine, checkpoints, registry }: QuarantinePorts,
  consumer: string,
  item: string,
): Promise<boolean> {
  if (!otherConsumers.includes(consumer)) {
    if (!(await quarantine.has(consumer, item))) return false;
    if (consumer !== sequencerName && keepsRows(await registry.read(), consumer)) {
      throw new GenerationRefused(
        'rebuild-instead',
        `The rows of ${consumer} have moved on: rebuild its projections and promote the new generations, which handle ${item} at its place`,
      );
    }
    return quarantine.release(consumer, item);
  }
  if (!/^[1-9]\d{0,15}$/.test(item)) return false; // no consumer of the feed sets anything but positions aside
  const position = Number(item);
  await checkpoints.release(consumer, position); // first, so that nothing is lost between the two
  const released = await quarantine.release(consumer, item);
  if (!released) await checkpoints.released(consumer, position);
  return released;
}

/**
 * Whether a consumer writes rows: the group of the serving generations, a generation outside of it, or an unknown name.
 */
function keepsRows(decisions: Decisions, consumer: string): boolean {
  if (isGroup(consumer)) return groupOf(decisions).consumer === consumer;
  const generation = parseGeneration(consumer);
  return generation === undefined || generationsOf(decisions, generation.name).includes(consumer);
}
