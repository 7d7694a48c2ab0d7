import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { signedCursors } from '#shared/cursor.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpointReader } from '#shared/feed/consumers/dynamodb-checkpoint-reader.ts';
import type { Keys } from '#shared/keys.ts';
import { dynamoDBRowReader } from '#shared/projections/engine/dynamodb-row-reader.ts';
import { readDecisions } from '#shared/projections/generations/dynamodb-decisions.ts';
import { servingNow } from '#shared/projections/generations/generation-registry.ts';
import type { QueryPorts } from '#shared/read-models/query-resource.ts';

/** The read models, their serving generations with their progress, and cursors. */
export function readModelPorts(client: DynamoDBClient, cursorKeys: Keys): Omit<QueryPorts, 'feed' | 'ledger' | 'now'> {
  const checkpoints = environment('CHECKPOINTS_TABLE');
  return {
    readModels: dynamoDBRowReader(client, environment('READ_MODELS_TABLE')),
    checkpoints: dynamoDBCheckpointReader(client, checkpoints),
    serving: servingNow({ read: async () => readDecisions(client, checkpoints) }),
    cursors: signedCursors(cursorKeys),
  };
}
