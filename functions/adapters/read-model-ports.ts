import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { signedCursors } from '#shared/cursor.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpointReader } from '#shared/feed/dynamodb-checkpoint-reader.ts';
import { dynamoDBRowReader } from '#shared/projections/engine/dynamodb-row-reader.ts';
import { dynamoDBGenerationRegistry } from '#shared/projections/generations/dynamodb-generation-registry.ts';
import { servingNow } from '#shared/projections/generations/generation-registry.ts';
import type { QueryPorts } from '#shared/read-models/query-resource.ts';

/** The read models, their serving generations with their progress, and cursors. */
export const readModelPorts = (client: DynamoDBClient): Omit<QueryPorts, 'ledger' | 'now'> => ({
  readModels: dynamoDBRowReader(client, environment('READ_MODELS_TABLE')),
  checkpoints: dynamoDBCheckpointReader(client, environment('CHECKPOINTS_TABLE')),
  serving: servingNow(dynamoDBGenerationRegistry(client, environment('CHECKPOINTS_TABLE'))),
  cursors: signedCursors(environment('CURSOR_KEY')),
});
