import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '#shared/feed/dynamodb-feed.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import {
  dropGenerationRequest,
  promoteGenerationRequest,
  rebuildProjectionRequest,
} from '#shared/api/requests/manage-projections.ts';
import { dynamoDBGenerationRegistry } from '#shared/projections/generations/dynamodb-generation-registry.ts';
import { listGenerations } from '#shared/projections/generations/list-generations.ts';
import { type GenerationPorts, drop, promote, rebuild } from '#shared/projections/generations/manage-generations.ts';
import { type Answer, byRoute } from '#functions/adapters/by-route.ts';
import { logger } from '#functions/adapters/observability.ts';

/** `GET /projections`, `POST /projections/{name}/rebuild`, `POST /projections/{name}/promote`, `DELETE /projections/{name}/builds/{build}` */
export const manageProjections = (ports: GenerationPorts) =>
  byRoute({
    'GET /projections': async () => json(200, await listGenerations(ports)),
    'POST /projections/{name}/rebuild': logged(async (request) => {
      const { path, query } = parseRequest(rebuildProjectionRequest, request);
      return json(202, { build: await rebuild(ports, path.name, query.version) }, { Location: '/projections' });
    }),
    'POST /projections/{name}/promote': logged(async (request) => {
      const { path, body } = parseRequest(promoteGenerationRequest, request);
      return json(200, await promote(ports, path.name, body.build));
    }),
    'DELETE /projections/{name}/builds/{build}': logged(async (request) => {
      const { name, build } = parseRequest(dropGenerationRequest, request).path;
      const remaining = await drop(ports, name, build);
      return json(remaining ? 202 : 200, { build, remaining });
    }),
  });

/** What an operator decided stands in the log. */
function logged(answer: Answer): Answer {
  return async (request) => {
    const reply = await answer(request);
    logger.info('Projections', { routeKey: request.routeKey, reply: reply.body });
    return reply;
  };
}

const client = dynamoDBClient();

export const handler = manageProjections({
  registry: dynamoDBGenerationRegistry(client, environment('CHECKPOINTS_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
});
