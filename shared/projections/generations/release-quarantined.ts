import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import { type Quarantine, sequencerName } from '#shared/feed/quarantine.ts';
import { GenerationRefused } from './generation-errors.ts';
import type { GenerationRegistry } from './generation-registry.ts';
import { generationsOf, otherConsumers, parseGeneration } from './generations.ts';

export interface QuarantinePorts {
  readonly quarantine: Quarantine;
  readonly checkpoints: Pick<Checkpoints, 'release' | 'released'>;
  readonly registry: Pick<GenerationRegistry, 'read'>;
}

/**
 * Releases what was set aside, after its mend; `false` when it is not there. The sequencer tries a commit again at its next reconciliation, and a
 * consumer without rows handles the event again in its next run. The rows of a projection have moved on: throws `GenerationRefused` while its
 * generation is kept, since only a rebuild handles the event at its place.
 */
export async function releaseQuarantined(
  { quarantine, checkpoints, registry }: QuarantinePorts,
  consumer: string,
  item: string,
): Promise<boolean> {
  if (!otherConsumers.includes(consumer)) {
    const generation = parseGeneration(consumer);
    const kept = generation !== undefined && generationsOf(await registry.read(), generation.name).includes(consumer);
    if (kept || (generation === undefined && consumer !== sequencerName)) {
      throw new GenerationRefused(
        'rebuild-instead',
        `The rows of ${consumer} have moved on: rebuild its projection and promote the new generation, which handles ${item} at its place`,
      );
    }
    return quarantine.release(consumer, item);
  }
  const position = Number(item);
  await checkpoints.release(consumer, position); // first, so that nothing is lost between the two
  const released = await quarantine.release(consumer, item);
  if (!released) await checkpoints.released(consumer, position);
  return released;
}
