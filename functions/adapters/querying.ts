import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/dynamodb-checkpoints.ts';
import { signedCursors } from '#shared/cursor.ts';
import { servingNow } from '#shared/projections/generations/generation-registry.ts';
import { dynamoDBGenerationRegistry } from '#shared/projections/generations/dynamodb-generation-registry.ts';
import { dynamoDBReadModels } from '#shared/projections/engine/dynamodb-read-models.ts';
import type { Querying } from './query-function.ts';

/** What the querying functions work with: the read models, which builds of them serve and how far they are, and cursors. */
export const querying = (client: DynamoDBClient = dynamoDBClient()): Querying => ({
  readModels: dynamoDBReadModels(client, environment('READ_MODELS_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  serving: servingNow(dynamoDBGenerationRegistry(client, environment('CHECKPOINTS_TABLE'))),
  cursors: signedCursors(environment('CURSOR_KEY')),
});
