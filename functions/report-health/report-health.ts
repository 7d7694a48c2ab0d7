import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import type { Checkpoints } from '../../shared/feed/checkpoints.ts';
import { consumerServices } from '../../shared/consumer-names.ts';
import { dynamoDBCheckpoints } from '../../shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '../../shared/feed/dynamodb-feed.ts';
import type { FeedReader } from '../../shared/feed/feed.ts';
import { json } from '../../shared/http/http-request.ts';
import { httpFunction } from '../middleware/http-function.ts';

/** `GET /health` */
export const reportHealth = (feed: Pick<FeedReader, 'head'>, checkpoints: Pick<Checkpoints, 'position'>) =>
  httpFunction(async () => {
    const { position: head } = await feed.head();
    const consumers = await Promise.all(
      Object.keys(consumerServices).map(async (name) => {
        const position = await checkpoints.position(name);
        return [name, { position, lag: Math.max(head - position, 0) }] as const;
      }),
    );
    const behind = consumers.some(([, { lag }]) => lag > 0);
    return json(200, { status: behind ? 'behind' : 'ok', head, consumers: Object.fromEntries(consumers) });
  });

const client = dynamoDBClient();

export const handler = reportHealth(
  dynamoDBFeedReader(client, environment('FEED_TABLE')),
  dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
);
