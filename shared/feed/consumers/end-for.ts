import { seenWithin } from '#shared/feed/seen-within.ts';
import type { Checkpoint, Checkpoints } from './checkpoints.ts';
import type { FeedConsumer } from './consume-feed.ts';

/** Returns how far a consumer may go: where those are that it follows, for which it waits as long as its patience. */
export async function endFor(
  { follows = [], patience = 0 }: FeedConsumer,
  checkpoints: Pick<Checkpoints, 'positions'>,
  found: ReadonlyMap<string, Checkpoint>,
  end: number,
): Promise<number> {
  let reached = Math.min(end, ...follows.map((other) => found.get(other)?.position ?? 0));
  if (reached >= end || patience === 0) return reached;
  await seenWithin(patience, async () => {
    reached = Math.min(end, ...(await checkpoints.positions(follows)).values());
    return reached >= end || undefined;
  });
  return reached;
}
