import { readFile } from 'node:fs/promises';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import type { DocsPorts } from '#shared/api/docs/resource.ts';
import { descriptionResources } from '#shared/api/resources.ts';
import { refuseUnknownRoute } from '#shared/api/unknown-route.ts';
import { dynamoDBCheckpoints } from '#shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '#shared/feed/dynamodb-feed.ts';
import { dynamoDBGenerationRegistry } from '#shared/projections/generations/dynamodb-generation-registry.ts';
import type { GenerationPorts } from '#shared/projections/generations/manage-generations.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';

/** Describes the API and its health, and refuses every path or method that has no route. */
export const describeApi = (ports: DocsPorts & GenerationPorts) =>
  httpFunction(descriptionResources, ports, refuseUnknownRoute);

const client = dynamoDBClient();

export const handler = describeApi({
  readAsset: async (name) => readFile(new URL(`assets/${name}`, import.meta.url)),
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  registry: dynamoDBGenerationRegistry(client, environment('CHECKPOINTS_TABLE')),
});
