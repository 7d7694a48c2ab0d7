import type { FeedConsumer } from '../feed/consume-feed.ts';
import { publisherName } from '../publishing/publish.ts';
import { projectionConsumer } from './apply-projection.ts';
import { positions } from './positions.ts';
import { type Projection, projectionId } from './projection.ts';
import type { ReadModels } from './read-models.ts';
import { timeline } from './timeline.ts';

/** Every projection that is kept up to date: a new one is added here. */
const allProjections: readonly Projection<unknown>[] = [positions, timeline];

/** Every projection as a consumer of the feed. */
export const projectionConsumers = (store: ReadModels): FeedConsumer[] =>
  allProjections.map((projection) => projectionConsumer(projection, store));

/** Every consumer of the feed, by the name of its checkpoint. */
export const consumerNames: readonly string[] = [...allProjections.map(projectionId), publisherName];
