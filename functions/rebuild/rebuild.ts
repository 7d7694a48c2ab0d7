import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { backgroundGenerations } from '#shared/read-models/projecting-consumers.ts';
import { dynamoDBGenerationRegistry } from '#shared/projections/generations/dynamodb-generation-registry.ts';
import { dynamoDBReadModels } from '#shared/projections/engine/dynamodb-read-models.ts';
import { dynamoDBRowWalk } from '#shared/projections/generations/dynamodb-row-walk.ts';
import { removeGenerations } from '#shared/projections/generations/remove-generations.ts';
import { rebuildLimits } from '#shared/feed/consumers/slice.ts';
import { farFrom } from '#shared/feed/consumers/run-consumers.ts';
import { feedFunction } from '#functions/adapters/feed-function.ts';
import { dynamoDBQuarantine } from '#shared/feed/consumers/dynamodb-quarantine.ts';

const client = dynamoDBClient();
const readModels = dynamoDBReadModels(client, environment('READ_MODELS_TABLE'));
const rows = dynamoDBRowWalk(client, environment('READ_MODELS_TABLE'));
const registry = dynamoDBGenerationRegistry(client, environment('CHECKPOINTS_TABLE'));
const checkpoints = dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE'));
const feed = dynamoDBFeedReader(client, environment('FEED_TABLE'));

/**
 * Brings generations that do not serve from the beginning of the feed to where `project` takes them along, and removes
 * dropped ones.
 */
export const handler = feedFunction(
  async () => {
    const [decisions, { position: head }] = await Promise.all([registry.read(), feed.head()]);
    return {
      stages: [await farFrom(head, backgroundGenerations({ readModels, registry }, decisions), checkpoints)],
      limits: rebuildLimits,
      alongside: async (hasTime) => removeGenerations({ registry, checkpoints, rows }, hasTime),
    };
  },
  { feed, checkpoints, quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')) },
);
