import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBQuarantine } from '#shared/feed/consumers/dynamodb-quarantine.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { backgroundGenerations, projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { brokenGenerations, outOfCode } from '#shared/projections/generations/generations.ts';
import { regroup } from '#shared/projections/generations/regroup.ts';
import { dynamoDBGenerationRegistry } from '#shared/projections/generations/dynamodb-generation-registry.ts';
import { dynamoDBReadModels } from '#shared/projections/engine/dynamodb-read-models.ts';
import { failed } from '#functions/adapters/failed.ts';
import { feedFunction } from '#functions/adapters/feed-function.ts';
import { logger } from '#functions/adapters/observability.ts';

const client = dynamoDBClient();
const readModels = dynamoDBReadModels(client, environment('READ_MODELS_TABLE'));
const registry = dynamoDBGenerationRegistry(client, environment('CHECKPOINTS_TABLE'));
const checkpoints = dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE'));

/**
 * Keeps every read model up to date with the feed: the generations that serve, in one pass, and in the background those
 * that could.
 */
export const handler = feedFunction(
  async () => {
    const decisions = await regroup({ registry, checkpoints });
    for (const { promoted, instead } of outOfCode(decisions)) {
      logger.warn('The promoted generation is of a version that this code does not have', { promoted, instead });
    }
    for (const generation of brokenGenerations(decisions)) {
      failed('A generation that serves is broken and not kept up any more: rebuild it', new Error(generation));
    }
    const stores = { readModels, registry };
    return {
      stages: projectionStages(stores, decisions),
      background: backgroundGenerations(stores, decisions),
    };
  },
  {
    feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
    checkpoints,
    quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
  },
);
