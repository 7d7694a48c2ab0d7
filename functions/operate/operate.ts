import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import type { Resource } from '#shared/api/protocol/resource.ts';
import { type OperatePorts, operateResources } from '#shared/api/resources.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { signedCursors } from '#shared/cursor.ts';
import { dynamoDBQuarantine } from '#shared/feed/consumers/dynamodb-quarantine.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBVerificationReader } from '#shared/feed/dynamodb-verification-progress.ts';
import { dynamoDBRowReader } from '#shared/projections/engine/dynamodb-row-reader.ts';
import { dynamoDBGenerationRegistry } from '#shared/projections/generations/dynamodb-generation-registry.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';
import { logger } from '#functions/adapters/observability.ts';
import { renewedKeys } from '#functions/adapters/renewed-keys.ts';

/** Manages generations of projections and what consumers have quarantined, and reports the progress of consumers. */
export const operate = (ports: OperatePorts) => httpFunction(logged(operateResources), ports);

/** Logs each decision of an operator with its outcome. */
const logged = <Ports>(resources: Readonly<Record<string, Resource<Ports>>>) =>
  Object.fromEntries(
    Object.entries(resources).map(([key, { handle }]): [string, Resource<Ports>] => [
      key,
      {
        handle: async (ports, request, timeLeft) => {
          const reply = await handle(ports, request, timeLeft);
          if (request.requestContext.http.method !== 'GET') {
            logger.info('Decided by an operator', { routeKey: key, reply: reply.body });
          }
          return reply;
        },
      },
    ]),
  );

const client = dynamoDBClient();
const { keys, renew } = renewedKeys('CURSOR_KEYS_SECRET');

export const handler = operate({
  registry: dynamoDBGenerationRegistry(client, environment('CHECKPOINTS_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
  cursors: signedCursors(keys),
  readModels: dynamoDBRowReader(client, environment('READ_MODELS_TABLE')),
  verification: dynamoDBVerificationReader(client, environment('CHECKPOINTS_TABLE')),
}).before(renew);
