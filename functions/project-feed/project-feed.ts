import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { dynamoDBCheckpoints } from '../../shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '../../shared/feed/dynamodb-feed.ts';
import { projectionConsumers } from '../../shared/projections/all-projections.ts';
import { dynamoDBReadModels } from '../../shared/projections/dynamodb-read-models.ts';
import { feedFunction } from '../middleware/feed-function.ts';

const client = dynamoDBClient();

/** Keeps every read model up to date with the feed. */
export const handler = feedFunction(projectionConsumers(dynamoDBReadModels(client, environment('READ_MODELS_TABLE'))), {
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
});
