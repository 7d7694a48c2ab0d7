import { type AnnouncedPhase, announcerName, logAnnounced } from '#shared/read-models/changes/announced-phases.ts';
import type { inMemoryStores } from './in-memory-stores.ts';

type Stores = Pick<ReturnType<typeof inMemoryStores>, 'readModels' | 'checkpoints'>;

/** A rise of the contacts of a dyad, announced at a position. */
export const announcement = (dyad: string, position: number, channel: AnnouncedPhase['channel'] = 'tone') =>
  ({
    id: `${dyad}/${channel}/2024-11`,
    dyad,
    position,
    announcedAt: '2025-01-16T12:00:00.000Z',
    channel,
    kind: 'rise',
    month: '2024-11',
    words: 'contacts rose',
    before: 12,
    after: 120,
    evidence: [],
  }) satisfies AnnouncedPhase;

/** Logs announcements and moves the announcer, as one of its slices does. */
export async function announce(
  { readModels, checkpoints }: Stores,
  phases: readonly AnnouncedPhase[],
  upTo = Math.max(...phases.map(({ position }) => position)),
): Promise<void> {
  await logAnnounced(readModels, phases);
  await checkpoints.move(announcerName, await checkpoints.position(announcerName), upTo);
}
