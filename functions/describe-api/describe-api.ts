import { readFile } from 'node:fs/promises';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import type { DocsPorts } from '#shared/api/docs/resource.ts';
import type { HealthPorts } from '#shared/api/health/resource.ts';
import { descriptionResources } from '#shared/api/resources.ts';
import { refuseUnknownRoute } from '#shared/api/unknown-route.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';

/** Describes the API and its health, and refuses every path or method that has no route. */
export const describeApi = (ports: DocsPorts & HealthPorts) =>
  httpFunction(descriptionResources, ports, refuseUnknownRoute);

export const handler = describeApi({
  readAsset: async (name) => readFile(new URL(`assets/${name}`, import.meta.url)),
  feed: dynamoDBFeedReader(dynamoDBClient(), environment('FEED_TABLE')),
});
