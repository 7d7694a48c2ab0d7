import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '#shared/feed/dynamodb-feed.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { otherConsumers, servingGeneration, versionsInCode } from '#shared/projections/generations/generations.ts';
import { positionsOfGenerations } from '#shared/projections/generations/project-group.ts';
import { dynamoDBGenerationRegistry } from '#shared/projections/generations/dynamodb-generation-registry.ts';
import type { GenerationPorts } from '#shared/projections/generations/manage-generations.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';

/** `GET /health` */
export const reportHealth = ({ feed, checkpoints, registry }: GenerationPorts) =>
  httpFunction(async () => {
    const [{ position: head }, decisions] = await Promise.all([feed.head(), registry.read()]);
    const serving = [...versionsInCode.keys()].map((name) => servingGeneration(decisions, name));
    const [ofServing, ofOthers] = await Promise.all([
      positionsOfGenerations(checkpoints, decisions, serving),
      checkpoints.positions(otherConsumers),
    ]);
    const consumers = [...ofServing, ...ofOthers].map(
      ([name, position]) => [name, { position, lag: Math.max(head - position, 0) }] as const,
    );
    const behind = consumers.some(([, { lag }]) => lag > 0);
    return json(200, { status: behind ? 'behind' : 'ok', head, consumers: Object.fromEntries(consumers) });
  });

const client = dynamoDBClient();

export const handler = reportHealth({
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
  registry: dynamoDBGenerationRegistry(client, environment('CHECKPOINTS_TABLE')),
});
