import type { FeedConsumer } from '../feed/consume-feed.ts';
import { projectionConsumer } from './apply-projection.ts';
import { positions } from './positions.ts';
import type { Projection } from './projection.ts';
import type { ReadModels } from './read-models.ts';
import { timeline } from './timeline.ts';

/** Every projection that is kept up to date: a new one is added here, and its checkpoint to `consumer-names.ts`. */
const allProjections: readonly Projection<unknown>[] = [positions, timeline];

/** Every projection as a consumer of the feed. */
export const projectionConsumers = (store: ReadModels): FeedConsumer[] =>
  allProjections.map((projection) => projectionConsumer(projection, store));
