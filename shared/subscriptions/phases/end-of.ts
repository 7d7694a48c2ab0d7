import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { isOfPhases } from '#shared/subscriptions/filter/is-of-phases.ts';
import { announcedUpTo } from './phase-log.ts';

export interface EndPorts {
  readonly feed: Pick<FeedReader, 'head'>;
  readonly checkpoints: Pick<Checkpoints, 'positions'>;
}

/**
 * Returns the position after which everything is new to a subscription: the end of the feed, or, of changes of phase,
 * the position of the announcer, which follows later.
 */
export const endOf = async ({ feed, checkpoints }: EndPorts, filter: Filter): Promise<number> =>
  isOfPhases(filter) ? announcedUpTo(checkpoints) : (await feed.head()).position;
