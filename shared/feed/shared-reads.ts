import type { FeedReader } from './feed.ts';

/** Slices of the feed, each up to a megabyte, that are kept for consumers that come by a little later. */
const kept = 4;

/**
 * The feed for consumers that come by the same places at about the same time, in one run: what the first of them reads, the others have from it.
 * Where the first saw the feed end, it ends for the others too. What could not be read is read again.
 */
export function sharedReads(feed: Pick<FeedReader, 'read'>): Pick<FeedReader, 'read'> {
  const slices = new Map<string, ReturnType<FeedReader['read']>>();
  return {
    read: async (after, atMost) => {
      const place = `${after} ${atMost ?? ''}`;
      const slice = slices.get(place) ?? feed.read(after, atMost);
      slices.set(place, slice);
      if (slices.size > kept) slices.delete(slices.keys().next().value ?? place);
      try {
        return await slice;
      } catch (error) {
        slices.delete(place);
        throw error;
      }
    },
  };
}
