import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { dynamoDBCheckpoints } from '../../shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '../../shared/feed/dynamodb-feed.ts';
import { type HttpReply, type HttpRequest, json } from '../../shared/http/http-request.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import {
  dropBuildRequest,
  promoteBuildRequest,
  rebuildProjectionRequest,
} from '../../shared/http/requests/manage-projections.ts';
import { dynamoDBBuildRegistry } from '../../shared/projections/dynamodb-build-registry.ts';
import { listBuilds } from '../../shared/projections/list-builds.ts';
import { type BuildPorts, drop, promote, rebuild } from '../../shared/projections/manage-builds.ts';
import { httpFunction } from '../middleware/http-function.ts';
import { logger } from '../middleware/observability.ts';

/** The operations on projections, by their routes. */
const answers: Readonly<Record<string, (ports: BuildPorts, request: HttpRequest) => Promise<HttpReply>>> = {
  'GET /projections': async (ports) => json(200, await listBuilds(ports)),
  'POST /projections/{name}/rebuild': async (ports, request) => {
    const { path, query } = parseRequest(rebuildProjectionRequest, request);
    return json(202, { build: await rebuild(ports, path.name, query.version) }, { Location: '/projections' });
  },
  'POST /projections/{name}/promote': async (ports, request) => {
    const { path, body } = parseRequest(promoteBuildRequest, request);
    return json(200, await promote(ports, path.name, body.build));
  },
  'DELETE /projections/{name}/builds/{build}': async (ports, request) => {
    const { name, build } = parseRequest(dropBuildRequest, request).path;
    const remaining = await drop(ports, name, build);
    return json(remaining ? 202 : 200, { build, remaining });
  },
};

/** `GET /projections`, `POST /projections/{name}/rebuild`, `POST /projections/{name}/promote`, `DELETE /projections/{name}/builds/{build}` */
export const manageProjections = (ports: BuildPorts) =>
  httpFunction(async (request) => {
    const answer = answers[request.routeKey];
    if (answer === undefined) throw new Error(`${request.routeKey} is not an operation on projections`);
    const reply = await answer(ports, request);
    logger.info('Projections', { routeKey: request.routeKey, reply: reply.body });
    return reply;
  });

const client = dynamoDBClient();

export const handler = manageProjections({
  registry: dynamoDBBuildRegistry(client, environment('CHECKPOINTS_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
});
