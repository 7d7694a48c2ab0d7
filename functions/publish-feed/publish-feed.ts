import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { dynamoDBCheckpoints } from '../../shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '../../shared/feed/dynamodb-feed.ts';
import { eventBridgeBus, eventBridgeClient } from '../../shared/publishing/eventbridge-bus.ts';
import { publisher } from '../../shared/publishing/publish.ts';
import { feedFunction } from '../middleware/feed-function.ts';

const client = dynamoDBClient();

/** Publishes every event on the bus. */
export const handler = feedFunction([[publisher(eventBridgeBus(eventBridgeClient(), environment('BUS_NAME')))]], {
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
});
